package org.quartermaster.catalog.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.text.Words;

class TaskMatcherTest {

    private static final SafetyTask DRILLING = task(
            "drill_concrete",
            "Drilling concrete or masonry",
            List.of("drilling brick", "core drilling", "anchor holes"),
            new HazardRating("noise", 3, 4, List.of("29 CFR 1926.52"), List.of("ear_muff"), List.of("ear_plug")),
            new HazardRating("dust", 4, 4, List.of("29 CFR 1926.1153"), List.of("respirator"), List.of("coverall")));
    private static final SafetyTask WELDING = task(
            "arc_welding",
            "Arc welding",
            List.of("mig welding", "weld steel"),
            new HazardRating("burn", 3, 4, List.of("29 CFR 1910.252"), List.of("glove_heat"), List.of()),
            new HazardRating("noise", 2, 2, List.of("29 CFR 1910.95"), List.of(), List.of("ear_muff")));
    private static final SafetyTask OIL =
            task("oil_change", "Oil change", List.of("change engine oil", "lubrication service"));
    private static final SafetyTask FILTER = task("filter_change", "Filter change", List.of("replace oil filter"));
    private static final SafetyTask SERVICE =
            task("general_service", "General service of a machine", List.of("inspection", "greasing"));
    private static final TaskMatcher MATCHER =
            new TaskMatcher(List.of(DRILLING, WELDING, OIL, FILTER, SERVICE), Words::of);

    private static SafetyTask task(String id, String name, List<String> synonyms, HazardRating... hazards) {
        return new SafetyTask(id, name, synonyms, List.of(hazards));
    }

    private static List<String> matched(String text) {
        return MATCHER.match(text).stream().map(match -> match.task().taskId()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "drilling concrete for 3 hours with a hammer, drill_concrete",
        "We drill into concrete and masonry, drill_concrete",
        "Weld the steel frame, arc_welding",
        "oil change, oil_change",
        "changing the engine oil, oil_change",
        "Inspect the press, general_service",
        "replaced oil filters, filter_change",
        "masonry anchor, drill_concrete"
    })
    void aTaskIsFoundInTheWordsOfThePeople(String text, String task) {
        assertEquals(task, matched(text).get(0));
    }

    @Test
    void theNameItselfIsCertain() {
        assertEquals(1, MATCHER.match("Oil change").get(0).confidence());
        assertTrue(MATCHER.match("an oil change in the hall").get(0).confidence() < 1);
    }

    @Test
    void twoTasksInOneTextAreBothFound() {
        assertEquals(Set.of("drill_concrete", "arc_welding"), Set.copyOf(matched("core drilling, then mig welding")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reading a book", "the of and", "change of plan", "日本語"})
    void nothingIsAdvisedForWhatIsNotKnown(String text) {
        assertEquals(List.of(), matched(text));
    }

    @ParameterizedTest
    @CsvSource({"25, CRITICAL", "15, CRITICAL", "14, HIGH", "9, HIGH", "8, MEDIUM", "4, MEDIUM", "3, LOW", "1, LOW"})
    void theRiskIsReadFromSeverityTimesLikelihood(int product, RiskLevel level) {
        assertEquals(level, RiskLevel.of(product));
    }

    @Test
    void theUnionTakesTheStrictestOfEach() {
        TaskUnion union = TaskUnion.of(List.of(DRILLING, WELDING));

        assertEquals(RiskLevel.CRITICAL, union.risk());
        assertEquals(
                List.of("dust", "burn", "noise"),
                union.hazards().stream().map(HazardRating::code).toList());
        assertEquals(
                12,
                union.hazards().stream()
                        .filter(rating -> rating.code().equals("noise"))
                        .findFirst()
                        .orElseThrow()
                        .product());
        assertEquals(
                Set.of("ear_muff", "glove_heat", "respirator"),
                union.mandatory().keySet());
        assertEquals(Set.of("coverall", "ear_plug"), union.recommended().keySet());
        assertEquals(Set.of("noise"), union.standards().get("29 CFR 1910.95"));
    }
}
