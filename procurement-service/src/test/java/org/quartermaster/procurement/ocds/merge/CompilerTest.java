package org.quartermaster.procurement.ocds.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.procurement.ocds.TestReleases.json;
import static org.quartermaster.procurement.ocds.TestReleases.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.Shape;

final class CompilerTest {
    private static final Shape SCHEMA = CompactSchema.release();

    private static Compiled compile(String... members) {
        var releases = new ArrayList<Release>();
        for (var each : members) {
            var number = releases.size() + 1;
            releases.add(release("r" + number, "2025-01-0" + number + "T00:00:00Z", "tender", each));
        }
        return Compiler.compile(releases, SCHEMA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a':1 | 'a':2 | {'a':2}",
                "'a':1 | 'b':2 | {'a':1,'b':2}",
                "'a':1 | 'a':null | {}",
                "'a':null | 'b':1 | {'b':1}",
                "'a':['x'] | 'a':null | {}",
                "'a':['x','y'] | 'a':['z'] | {'a':['z']}",
                "'a':{'b':1} | 'a':null | {'a':{'b':1}}",
                "'a':{'b':1} | 'a':{} | {'a':{'b':1}}",
                "'a':{'b':1} | 'a':{'c':2} | {'a':{'b':1,'c':2}}",
                "'a':[{'id':1,'b':1}] | 'a':null | {'a':[{'id':1,'b':1}]}",
                "'a':[{'id':1,'b':1}] | 'a':[] | {'a':[{'id':1,'b':1}]}",
                "'a':[{'id':2},{'id':1,'b':1}] | 'a':[{'id':1,'b':5},{'id':3}] |"
                        + " {'a':[{'id':2},{'id':1,'b':5},{'id':3}]}",
                "'a':[{'id':1}] | 'a':[{'id':'1'}] | {'a':[{'id':1},{'id':'1'}]}",
                "'a':[{'b':1}] | 'a':[{'b':1}] | {'a':[{'b':1},{'b':1}]}",
                "'a':[{'id':1}] | 'a':['x',{'id':2}] | {'a':['x',{'id':2}]}",
                "'a':1 | 'a':{} | {'a':1}",
                "'a':1.10 | 'a':1.100 | {'a':1.10}",
                "'parties':[{'id':'1','roles':['buyer']}] | 'parties':[{'id':'1','roles':[]}] |"
                        + " {'parties':[{'id':'1','roles':[]}]}",
                "'parties':[{'id':'1','additionalIdentifiers':[{'id':'a'}]}] |"
                        + " 'parties':[{'id':'1','additionalIdentifiers':[{'id':'b'}]}] |"
                        + " {'parties':[{'id':'1','additionalIdentifiers':[{'id':'b'}]}]}",
            })
    void aRuleOfMerging(String first, String second, String expected) {
        var compiled = compile(first, second).release();

        assertThat(compiled.remove(List.of("ocid", "id", "date", "tag", "initiationType")))
                .hasToString(json(expected).toString());
    }

    @Test
    void theHeadIsThatOfTheLastRelease() {
        assertThat(compile("'a':1", "'a':2").release())
                .isEqualTo(json("{'ocid':'x-1','id':'x-1-2025-01-02T00:00:00Z','date':'2025-01-02T00:00:00Z',"
                        + "'tag':['compiled'],'initiationType':'tender','a':2}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a':{'b':1} | 'a':5 | /a",
                "'a':5 | 'a':{'b':1} | /a",
                "'a':[{'id':1}] | 'a':5 | /a",
                "'a':['x'] | 'a':5 | /a",
                "'a':{'b':1} | 'a':['x'] | /a",
                "'a':{'b':1} | 'a':[{'id':1}] | /a",
                "'l':[{'id':1,'a':{'b':1}}] | 'l':[{'id':1,'a':'x'}] | /l/0/a"
            })
    void aValueThatTurnsIntoAnotherKindStopsItsReleaseAlone(String first, String second, String pointer) {
        var compiled = compile(first + ",'kept':1", "'dropped':1,'kept':2," + second, "'kept':3");

        assertThat(compiled.conflict()).isTrue();
        assertThat(compiled.releases()).extracting(Release::id).containsExactly("r1", "r3");
        assertThat(compiled.release().get("kept").asInt()).isEqualTo(3);
        assertThat(compiled.release().has("dropped")).isFalse();
        assertThat(compiled.versioned().get("kept")).hasSize(2);
        assertThat(compiled.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(IssueCode.INCONSISTENT_TYPE);
            assertThat(issue.releaseId()).isEqualTo("r2");
            assertThat(issue.pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void anIdTwiceInOneReleaseMergesWithAWarning() {
        var compiled = compile("'a':[{'id':1,'b':1,'c':1},{'id':1,'b':2}]");

        assertThat(compiled.release().get("a")).hasToString("[{\"id\":1,\"b\":2,\"c\":1}]");
        assertThat(compiled.issues())
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(IssueCode.DUPLICATE_ID, "/a/1"));
    }

    @Test
    void theVersionedFormListsSuccessiveValuesWithTheirReleases() {
        var versioned = compile("'a':[{'id':1,'b':'x'}]", "'a':[{'id':1,'b':'x'}]", "'a':[{'id':1,'b':null}]")
                .versioned();

        assertThat(versioned.get("ocid").asText()).isEqualTo("x-1");
        assertThat(versioned.get("a"))
                .isEqualTo(json("[{'id':1,'b':[{'releaseID':'r1','releaseDate':'2025-01-01T00:00:00Z',"
                        + "'releaseTag':['tender'],'value':'x'},{'releaseID':'r3','releaseDate':"
                        + "'2025-01-03T00:00:00Z','releaseTag':['tender'],'value':null}]}]"));
    }

    @Test
    void eachLeafNamesTheReleaseThatSetIt() {
        var setBy = compile("'a':{'b/c':1,'d':1}", "'a':{'b/c':2,'d':1},'l':[{'id':1}]")
                .setBy();

        assertThat(setBy.get("/a/b~1c").id()).isEqualTo("r2");
        assertThat(setBy.get("/a/d").id()).isEqualTo("r1");
        assertThat(setBy.get("/l/0/id").id()).isEqualTo("r2");
    }

    @Test
    void atOneInstantTheStageDecidesThenTheId() {
        var releases = List.of(
                release("a", "2025-01-01T00:00:00Z", "award", "'v':'award'"),
                release("b", "2025-01-01T01:00:00+01:00", "tenderUpdate", "'v':'b'"),
                release("a", "2025-01-01T00:00:00Z", "tender", "'v':'a'"));

        assertThat(Compiler.compile(releases, SCHEMA).versioned().get("v").findValuesAsText("value"))
                .containsExactly("a", "b", "award");
    }

    @Test
    void anyOrderAndRepetitionOfReleasesGivesTheSameState() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var releases = new ArrayList<>(RandomReleases.some(random));
            var expected = Compiler.compile(releases, SCHEMA);
            releases.add(releases.get(random.nextInt(releases.size())));
            Collections.shuffle(releases, random);

            var actual = Compiler.compile(releases, SCHEMA);

            assertThat(actual).as("seed %s", seed).isEqualTo(expected);
        }
    }
}
