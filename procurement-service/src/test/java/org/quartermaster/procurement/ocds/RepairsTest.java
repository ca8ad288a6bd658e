package org.quartermaster.procurement.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepairsTest {
    private static final ZoneId SKOPJE = ZoneId.of("Europe/Skopje");

    private static Repairs.Outcome place(String json) {
        return Repairs.place(TestReleases.json(json), SKOPJE, 7);
    }

    @Test
    void aMissingIdIsMadeOfTheContentAndTold() {
        var one = place("{'ocid':'x','date':'2025-01-01T00:00:00Z','language':'en'}");
        var reordered = place("{'language':'en','date':'2025-01-01T00:00:00Z','ocid':'x'}");

        assertThat(one.release().id()).matches("gen-[0-9a-f]{16}").isEqualTo(reordered.release().id());
        assertThat(one.release().idGenerated()).isTrue();
        assertThat(one.release().body().get("id").asText()).isEqualTo(one.release().id());
        assertThat(one.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code().code()).isEqualTo("id_generated");
            assertThat(issue.position()).isEqualTo(7);
            assertThat(issue.pointer()).isEqualTo("/id");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2019-03-04, 2019-03-03T23:00:00Z, 2019-03-04T00:00:00+01:00",
        "2019-07-04T10:00:00, 2019-07-04T08:00:00Z, 2019-07-04T10:00:00+02:00",
        "2019-07-04T10:00Z, 2019-07-04T10:00:00Z, 2019-07-04T12:00:00+02:00"
    })
    void aDateWithoutTimeOrZoneTakesThemFromTheSource(String given, Instant instant, String text) {
        var outcome = place("{'ocid':'x','id':'1','date':'" + given + "'}");

        assertThat(outcome.release().date()).isEqualTo(instant);
        assertThat(outcome.release().dateText()).isEqualTo(text);
        assertThat(outcome.issues()).extracting(Issue::code).containsExactly(IssueCode.DATE_COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'2025-13-01'", "'2025-02-30T00:00:00Z'", "null", "5", "'yesterday'", "'-999999999-01-01'"})
    void aReleaseWithoutReadableDateCannotBePlaced(String date) {
        var outcome = place("{'ocid':'x','id':'1','date':" + date + "}");

        assertThat(outcome.release()).isNull();
        assertThat(outcome.issues()).extracting(Issue::code).containsExactly(IssueCode.DATE_UNREADABLE);
    }

    @Test
    void withoutOcidOrAsNoObjectNothingCanBePlaced() {
        assertThat(place("{'ocid':' ','id':'1','date':'2025-01-01T00:00:00Z'}").issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.OCID_MISSING);
        assertThat(place("[]").issues()).extracting(Issue::code).containsExactly(IssueCode.NOT_AN_OBJECT);
    }

    @Test
    void aSoundReleaseIsLeftAsItCame() {
        var came = TestReleases.json("{'ocid':'x','id':'1','date':'2025-01-01T00:00:00.123456789Z','v':1.50}");

        var outcome = Repairs.place(came, SKOPJE, 0);

        assertThat(outcome.issues()).isEmpty();
        assertThat(outcome.release().body()).isSameAs(came);
        assertThat(outcome.release().date()).isEqualTo("2025-01-01T00:00:00.123456Z");
    }
}
