package org.quartermaster.procurement.ocds.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.schema.CompactSchema;

final class TenderRowTest {
    private static final SourceFacts SOURCE = new SourceFacts(ZoneId.of("Europe/Skopje"), "MKD", "MK");

    private static TenderRow.Result row(String tag, String members) {
        var release = TestReleases.release("1", "2025-01-01T00:00:00Z", tag, members);
        return TenderRow.of(Compiler.compile(List.of(release), CompactSchema.release()), SOURCE);
    }

    private static CompiledTender tender(String members) {
        return row("tender", members).tender();
    }

    @Test
    void theTitleIsThatOfTheTenderElseItsDescriptionElseTheOcid() {
        assertThat(tender("'tender':{'id':1,'title':' a ','description':'d'}")
                        .words()
                        .title())
                .isEqualTo("a");
        assertThat(tender("'tender':{'id':1,'description':'" + "😀".repeat(300) + "'}")
                        .words()
                        .title())
                .isEqualTo("😀".repeat(200));
        assertThat(tender("'tender':{'id':1}").words().title()).isEqualTo("x-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tender | 'tender':{'id':1,'status':'withdrawn'},'awards':[{'id':1,'status':'active'}] | cancelled",
                "tenderCancellation | 'tender':{'id':1,'status':'active'} | cancelled",
                "award | 'tender':{'id':1},'awards':[{'id':1,'status':'active'}] | awarded",
                "award | 'tender':{'id':1},'awards':[{'id':1,'status':'pending'}] | open",
                "contract | 'tender':{'id':1},'contracts':[{'id':1}] | awarded",
                "contract | 'tender':{'id':1},'contracts':[{'id':1,'status':'cancelled'}] | open",
                "planning | 'planning':{'rationale':'x'} | planned",
                "tender | 'tender':{'id':1,'status':'planned'} | planned",
                "tender | 'tender':{'id':1,'status':'complete'} | closed",
                "tender | 'tender':{'id':1,'status':'active'} | open"
            })
    void theStatusFollowsTheStateOfTheProcess(String tag, String members, String status) {
        assertThat(row(tag, members).tender().stage().status()).isEqualTo(status);
    }

    @Test
    void anAmountWithoutCurrencyTakesThatOfTheSourceWithAWarning() {
        var row = row("tender", "'tender':{'id':1,'value':{'amount':-12.3400}}");

        assertThat(row.tender().estimated()).isEqualTo(new Money(new BigDecimal("-12.3400"), "MKD"));
        assertThat(row.issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.NEGATIVE_AMOUNT, IssueCode.CURRENCY_ASSUMED);
    }

    @ParameterizedTest
    @CsvSource({"1e21", "0.00001", "1e999999999", "1e-999999999"})
    void aNumberThatDoesNotFitIsDroppedFromTheRow(String amount) {
        var row = row("tender", "'tender':{'id':1,'value':{'amount':" + amount + ",'currency':'EUR'}}");

        assertThat(row.tender().estimated()).isEqualTo(Money.UNKNOWN);
        assertThat(row.issues()).extracting(Issue::code).containsExactly(IssueCode.NUMBER_DROPPED);
    }

    @Test
    void awardsAreAddedUpInOneCurrencyOnly() {
        var award = "{'id':'%s','status':'%s','value':{'amount':%s,'currency':'%s'},'suppliers':[{'name':'%s'}]}";
        var one = award.formatted("1", "active", "0.10", "EUR", "B");
        var two = award.formatted("2", "pending", "10.2", "EUR", "C");
        var cancelled = award.formatted("3", "cancelled", "5", "USD", "D");
        var foreign = award.formatted("4", "active", "5", "GBP", "A");

        var sum = tender("'awards':[" + one + "," + two + "," + cancelled + "]");
        assertThat(sum.actual()).isEqualTo(new Money(new BigDecimal("10.30"), "EUR"));
        assertThat(sum.winner()).isEqualTo("B");
        var mixed = tender("'awards':[" + one + "," + foreign + "]");
        assertThat(mixed.actual()).isEqualTo(Money.UNKNOWN);
        assertThat(mixed.winner()).isEqualTo("B; A");
    }

    @Test
    void aDayIsItsStartAndAsAnEndItsLastSecondInTheZoneOfTheSource() {
        var row = row("tender", "'tender':{'id':1,'tenderPeriod':{'startDate':'2025-03-04','endDate':'2025-03-05'}}");

        assertThat(row.tender().dates().publication()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(row.tender().dates().opening()).isEqualTo("2025-03-03T23:00:00Z");
        assertThat(row.tender().dates().closing()).isEqualTo("2025-03-05T22:59:59Z");
        assertThat(row.issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.DATE_COMPLETED, IssueCode.DATE_COMPLETED);
    }

    @Test
    void codesAreThoseOfCpvAndItsLocalNamesUnderTenderAwardsAndContracts() {
        var row = row(
                "tender",
                "'planning':{'x':{'classification':{'scheme':'CPV','id':'99000000'}}},'tender':{'id':1,"
                        + "'items':[{'id':1,'classification':{'scheme':'ДК021','id':'18141000-9'},"
                        + "'additionalClassifications':[{'scheme':'CPV','id':30000000},{'scheme':'UNSPSC','id':'12345678'},"
                        + "{'scheme':'CPV','id':'123'}]}]},'awards':[{'id':1,'items':[{'id':1,'classification':"
                        + "{'scheme':'cpv','id':'45210000'}}]}]");

        assertThat(row.tender().cpv().main()).isEqualTo("18141000-9");
        assertThat(row.tender().cpv().all()).containsExactly("18141000", "30000000", "45210000");
        assertThat(row.issues())
                .extracting(Issue::pointer)
                .containsExactly("/tender/items/0/additionalClassifications/2");
    }

    @Test
    void aBuyerIsNamedByItselfElseByThePartyElseByTheProcuringEntity() {
        assertThat(tender("'buyer':{'name':'B'},'parties':[{'name':'P','roles':['buyer']}]")
                        .buyer()
                        .name())
                .isEqualTo("B");
        assertThat(tender("'parties':[{'name':'P','roles':['buyer']}]").buyer().name())
                .isEqualTo("P");
        assertThat(tender("'tender':{'id':1,'procuringEntity':{'id':'p'}},'parties':[{'id':'p','name':'E'}]")
                        .buyer()
                        .name())
                .isEqualTo("E");
    }

    @Test
    void partsBecomeRowsOfTheirOwn() {
        var tender = tender("'language':'MK','tender':{'id':1,'lots':[{'id':1,'value':{'amount':5,'currency':'EUR'}}],"
                + "'items':[{'id':'i','quantity':0.123456,'unit':{'name':'kg'},'relatedLot':1}],"
                + "'documents':[{'id':'d','title':'t'}]},'contracts':[{'id':'c','awardID':'a','status':'odd',"
                + "'documents':[{'id':'d'},{'id':'e'}]}],'parties':[{'id':'s','name':'S','roles':['funder']}]");

        assertThat(tender.language()).isEqualTo("mk");
        assertThat(tender.country()).isEqualTo("MK");
        assertThat(tender.lots()).singleElement().satisfies(lot -> assertThat(lot.id())
                .isEqualTo("1"));
        assertThat(tender.items()).singleElement().satisfies(item -> {
            assertThat(item.quantity()).isEqualTo("0.123456");
            assertThat(item.lotId()).isEqualTo("1");
        });
        assertThat(tender.documents()).extracting(CompiledTender.Document::id).containsExactly("d", "e");
        assertThat(tender.contracts())
                .extracting(CompiledTender.Contract::status)
                .containsOnlyNulls();
        assertThat(tender.entities()).extracting(CompiledTender.Entity::role).containsExactly("other");
    }
}
