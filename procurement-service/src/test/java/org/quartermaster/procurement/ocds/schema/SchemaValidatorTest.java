package org.quartermaster.procurement.ocds.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.TestReleases;

final class SchemaValidatorTest {
    private static final Shape RELEASE = CompactSchema.release();

    private static List<Issue> faults(String members) {
        var text = "{'ocid':'x','id':'1','date':'2025-01-01T00:00:00Z','tag':['tender'],'initiationType':'tender',%s}";
        return SchemaValidator.validate(TestReleases.json(text.formatted(members)), RELEASE, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'tender':{} | required_missing | /tender/id",
                "'tender':{'id':''} | too_short | /tender/id",
                "'tender':{'id':true} | wrong_type | /tender/id",
                "'tender':{'id':1,'value':{'amount':'5'}} | wrong_type | /tender/value/amount",
                "'tender':{'id':1,'numberOfTenderers':1.5} | wrong_type | /tender/numberOfTenderers",
                "'tender':{'id':1,'status':'done'} | not_allowed | /tender/status",
                "'tender':{'id':1,'value':{'currency':'EURO'}} | not_allowed | /tender/value/currency",
                "'tender':{'id':1,'tenderPeriod':{'endDate':'2025-01-01'}} | wrong_format | /tender/tenderPeriod/endDate",
                "'tender':{'id':1,'documents':[{'id':1,'url':'www.x.org'}]} | wrong_format | /tender/documents/0/url",
                "'tender':{'id':1,'title_mk':5} | wrong_type | /tender/title_mk",
                "'tender':{'id':1,'items':[{'id':1},{'id':1}]} | not_unique | /tender/items",
                "'awards':[{'id':1,'items':[]}] | too_few | /awards/0/items",
                "'contracts':[{'id':1}] | required_missing | /contracts/0/awardID",
                "'parties':[{'id':'1','roles':['jester']}] | code_not_listed | /parties/0/roles/0",
                "'tag':['tender','party'] | not_allowed | /tag/1",
                "'date':'2025-02-30T00:00:00Z' | wrong_format | /date",
                "'date':'2025-02-20T24:00:00Z' | wrong_format | /date",
                "'date':'2025-02-20T23:00:00+19:00' | wrong_format | /date",
                "'a~/b':1,'awards':{} | wrong_type | /awards"
            })
    void aFaultHasItsCodeAndPlace(String members, String code, String pointer) {
        assertThat(faults(members)).singleElement().satisfies(issue -> {
            assertThat(issue.code().code()).isEqualTo(code);
            assertThat(issue.pointer()).isEqualTo(pointer);
            assertThat(issue.position()).isEqualTo(3);
            assertThat(issue.message()).startsWith("found ");
        });
    }

    @Test
    void whatTheSchemaAllowsIsNoFault() {
        assertThat(faults("'tender':{'id':7,'title':null,'status':null,'title_mk':'x','title_x':5,'new':{'id':[]},"
                        + "'value':{'amount':1.5,'currency':'MKD'},'items':[{'id':1,'quantity':3}]}"))
                .isEmpty();
    }

    @Test
    void theMessageSaysWhatWasFoundAndWhatIsAllowed() {
        assertThat(faults("'tender':{'id':1,'procurementMethod':'secret'}").get(0).message())
                .isEqualTo("found 'secret', allowed is codelist method: direct, limited, open, selective");
    }
}
