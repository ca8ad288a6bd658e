package org.quartermaster.procurement.ocds.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.schema.CompactSchema;

final class FieldPlacesTest {
    private static final SourceFacts SOURCE = new SourceFacts(ZoneId.of("Europe/Skopje"), "MKD", "MK");

    private static String places(String tag, String members, String field) {
        var release = TestReleases.release("1", "2025-01-01T00:00:00Z", tag, members);
        var compiled = Compiler.compile(List.of(release), CompactSchema.release());
        var row = TenderRow.of(compiled, SOURCE).tender();
        return FieldPlaces.of(compiled.release(), row).getOrDefault(field, List.of()).stream()
                .map(Pointer::toString)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title | 'tender':{'id':1,'title':'a','description':'b'} | /tender/title
            title | 'tender':{'id':1,'title':' ','description':'b'} | /tender/description
            title | 'tender':{'id':1}                               | /ocid
            procuring_entity | 'buyer':{'name':'a'},'parties':[{'id':1,'name':'b','roles':['buyer']}] | /buyer/name
            procuring_entity | 'parties':[{'id':1,'name':'s','roles':['supplier']},{'id':2,'name':'b','roles':['buyer']}] | /parties/1/name
            procuring_entity | 'tender':{'id':1,'procuringEntity':{'id':7}},'parties':[{'id':7,'name':'p'}] | /parties/0/name
            procuring_entity | 'parties':[{'id':1,'name':'s','roles':['supplier']}] | ``
            closing_date | 'tender':{'id':1,'tenderPeriod':{'endDate':'2025-13-01'}} | ``
            estimated_currency | 'tender':{'id':1,'value':{'amount':5}} | ``
            estimated_value | 'tender':{'id':1,'value':{'amount':5}} | /tender/value/amount
            """)
    void aFieldIsFoundWhereItWasTaken(String field, String members, String places) {
        assertThat(places("tender", members, field)).isEqualTo(places);
    }

    @Test
    void onlyAwardsThatCountAreNamed() {
        var awards = """
                'parties':[{'id':'p','name':'Granit'}],'awards':[
                {'id':1,'status':'cancelled','value':{'amount':1,'currency':'EUR'},'suppliers':[{'id':'x','name':'X'}]},
                {'id':2,'status':'active','value':{'amount':2,'currency':'EUR'},
                 'suppliers':[{'id':'y','name':'Y'},{'id':'p'}]}]""";

        assertThat(places("award", awards, "actual_value")).isEqualTo("/awards/1/value/amount");
        assertThat(places("award", awards, "winner")).isEqualTo("/awards/1/suppliers/0/name /parties/0/name");
        assertThat(places("award", awards, "status")).isEqualTo("/awards/1/status");
        var mixed =
                awards.replace("'cancelled','value':{'amount':1,'currency':'EUR'}", "'active','value':{'amount':1}");
        assertThat(places("award", mixed, "actual_value")).isEmpty();
    }

    @Test
    void aCodeOfAnotherClassificationIsNotNamed() {
        var tender = """
                'tender':{'id':1,'classification':{'scheme':'UNSPSC','id':'46181504'},
                 'items':[{'id':1,'classification':{'scheme':'CPV','id':'18141000-9'},
                  'additionalClassifications':[{'scheme':'DK021','id':'18424000'}]}]}""";

        assertThat(places("tender", tender, "cpv_code")).isEqualTo("/tender/items/0/classification/id");
        assertThat(places("tender", tender, "cpv_codes"))
                .isEqualTo("/tender/items/0/classification/id /tender/items/0/additionalClassifications/0/id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tender             | 'tender':{'id':1,'status':'withdrawn'},'awards':[{'id':1,'status':'active'}] | /tender/status
            tenderCancellation | 'tender':{'id':1,'status':'active'}                | /tag
            contract           | 'tender':{'id':1},'contracts':[{'id':1}]           | /contracts/0/id
            tender             | 'tender':{'id':1,'status':'active'}                | /tender/status
            """)
    void theStatusIsFoundWhereItWasDecided(String tag, String members, String places) {
        assertThat(places(tag, members, "status")).isEqualTo(places);
    }
}
