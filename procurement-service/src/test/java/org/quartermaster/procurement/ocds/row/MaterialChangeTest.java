package org.quartermaster.procurement.ocds.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.schema.CompactSchema;

final class MaterialChangeTest {
    private static CompiledTender tender(String members) {
        var release = TestReleases.release("1", "2025-01-01T00:00:00Z", "tender", members);
        var compiled = Compiler.compile(List.of(release), CompactSchema.release());
        return TenderRow.of(compiled, new SourceFacts(ZoneOffset.UTC, null, null))
                .tender();
    }

    private static String classes(CompiledTender before, CompiledTender after) {
        return String.join(
                " ",
                MaterialChange.between(before, after).stream()
                        .map(ChangeClass::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'tenderPeriod':{'endDate':'2025-02-01T00:00:00Z'} | 'tenderPeriod':{'endDate':'2025-02-02T00:00:00Z'}"
                        + " | deadline_moved",
                "'tenderPeriod':{'endDate':'2025-02-01T00:00:00Z'} |"
                        + " 'tenderPeriod':{'endDate':'2025-02-01T01:00:00+01:00'} | cosmetic",
                "'value':{'amount':1.50,'currency':'EUR'} | 'value':{'amount':1.5,'currency':'EUR'} | cosmetic",
                "'value':{'amount':1,'currency':'EUR'} | 'value':{'amount':1,'currency':'MKD'} | value_changed",
                "'title':'a  b' | 'title':' a b' | cosmetic",
                "'title':'a' | 'title':'b' | text_changed",
                "'status':'planned' | 'status':'active' | status_changed",
                "'status':'active' | 'status':'cancelled' | status_changed cancelled",
                "'procurementMethod':'open' | 'procurementMethod':'limited' | procedure_changed",
                "'procuringEntity':{'name':'a'} | 'procuringEntity':{'name':'b'} | buyer_changed",
                "'classification':{'scheme':'CPV','id':'30000000'} | 'x':1 | cpv_changed",
                "'lots':[{'id':1}] | 'lots':[{'id':1},{'id':2}] | lots_changed",
                "'documents':[{'id':1}] | 'documents':[{'id':1},{'id':2}] | documents_added",
                "'documents':[{'id':1},{'id':2}] | 'documents':[{'id':1}] | cosmetic"
            })
    void aChangeHasTheClassesOfItsMeaning(String before, String after, String expected) {
        assertThat(classes(tender("'tender':{'id':1," + before + "}"), tender("'tender':{'id':1," + after + "}")))
                .isEqualTo(expected);
    }

    @Test
    void awardsAndContractsAndTheFirstStateHaveTheirClasses() {
        var open = tender("'tender':{'id':1}");
        var awarded = tender("'tender':{'id':1},'awards':[{'id':1,'status':'active','suppliers':[{'name':'S'}]}]");
        var contract = tender("'tender':{'id':1},'awards':[{'id':1,'status':'active','suppliers':[{'name':'S'}]}],"
                + "'contracts':[{'id':1}]");

        assertThat(classes(null, open)).isEqualTo("published");
        assertThat(classes(open, awarded)).isEqualTo("status_changed awarded");
        assertThat(classes(awarded, contract)).isEqualTo("contract_changed");
    }
}
