package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.ProcurementTest;

/** Words that tenders are searched by. */
@ProcurementTest
class SearchTextTest {
    private final SearchedTenders searched = SearchedTenders.create();

    @Test
    void spellingsOfAWordFindEachOther() {
        searched.tender("Реконструкција на школа").insert();
        searched.tender("Obnova škole").insert();
        searched.tender("Road works").insert();

        for (var word : List.of("škola", "skola", "shkola", "школа", "škol*")) {
            assertThat(searched.titles("q=" + word)).as(word).contains("Реконструкција на школа");
        }
        assertThat(searched.titles("q=skol*")).hasSize(2);
    }

    @Test
    void aShortWordIsAWholeOneAndALongerOneTheBeginningOfOne() {
        searched.tender("Please edit the text").insert();
        searched.tender("IT services").insert();

        assertThat(searched.titles("q=IT")).containsExactly("IT services");
        assertThat(searched.titles("q=serv")).containsExactly("IT services");
        searched.organization()
                .as("viewer")
                .queryParam("source", searched.source())
                .queryParam("q", "=serv")
                .get(SearchedTenders.PATH)
                .then()
                .body("items", empty());
        assertThat(searched.titles("q=it*")).containsExactly("IT services");
    }

    @Test
    void wordsAreJoinedByAndOrAndExclusion() {
        searched.tender("Bridge repair").insert();
        searched.tender("Bridge painting").insert();
        searched.tender("Tunnel repair").insert();

        assertThat(searched.titles("q=bridge repair")).containsExactly("Bridge repair");
        assertThat(searched.titles("q=bridge OR tunnel repair"))
                .containsExactlyInAnyOrder("Bridge repair", "Tunnel repair");
        assertThat(searched.titles("q=bridge -painting")).containsExactly("Bridge repair");
        assertThat(searched.titles("q=\"repair bridge\"")).isEmpty();
        assertThat(searched.titles("q=\"bridge repair")).containsExactly("Bridge repair");
        assertThat(searched.titles("exclude=bridge")).containsExactly("Tunnel repair");
    }

    @Test
    void wordsAreLookedForWhereTheClientSays() {
        searched.tender("Desks").buyer("Town of Ohrid").insert();

        assertThat(searched.titles("q=ohrid")).isEmpty();
        assertThat(searched.titles("q=ohrid&q_in=buyer")).containsExactly("Desks");
        assertThat(searched.titles("buyer=town of ohrid")).containsExactly("Desks");
        assertThat(searched.titles("buyer=ohrid town")).isEmpty();
    }

    @Test
    void onlyExclusionsAndTooManyWordsAreRefused() {
        searched.find("q=-a").body("errors[0].code", equalTo("only_exclusions"));
        searched.find("q=" + "word ".repeat(1000)).statusCode(422);
        searched.find("q=" + "x".repeat(10_000)).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE procurement.tenders; --", "<script>alert(1)</script>", "a:*|b & !c", "\\ ' \""})
    void textOfOtherLanguagesIsPlainText(String text) {
        searched.tender("Kept " + text).insert();

        searched.organization()
                .as("viewer")
                .queryParam("source", searched.source())
                .queryParam("q", "kept " + text)
                .get(SearchedTenders.PATH)
                .then()
                .statusCode(200);
        assertThat(searched.titles("")).containsExactly("Kept " + text);
    }
}
