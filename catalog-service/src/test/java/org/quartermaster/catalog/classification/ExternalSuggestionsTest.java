package org.quartermaster.catalog.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.classification.SuggestionSource.Suggested;

/** A plugged-in model is asked only when it is wanted, and can do no harm. */
class ExternalSuggestionsTest {
    private static final SuggestionRequest REQUEST =
            new SuggestionRequest(ClassSystem.UNSPSC, "hammer", null, null, null, "en", 5);
    private static final SuggestionSource MODEL =
            (system, name, description) -> List.of(new Suggested("27111602", 0.7, "it hammers"));

    private static List<Suggested> asked(boolean isOn, SuggestionSource... sources) {
        return new ExternalSuggestions(isOn, List.of(sources))
                .ask(REQUEST)
                .await()
                .indefinitely();
    }

    @Test
    void itIsOffUnlessWanted() {
        assertEquals(List.of(), asked(false, MODEL));
        assertEquals("27111602", asked(true, MODEL).get(0).code());
    }

    @Test
    void oneThatFailsOrNeverAnswersLeavesTheOthersTheirWord() {
        SuggestionSource broken = (system, name, description) -> {
            throw new IllegalStateException("no model");
        };
        var never = new CountDownLatch(1);
        SuggestionSource silent = (system, name, description) -> {
            never.await();
            return List.of();
        };

        assertEquals(1, asked(true, broken, silent, MODEL).size());
        never.countDown();
    }

    @Test
    void itsWordComesLastIsMarkedAndDecidesNothing() {
        var titles = new Titles(Map.of("27000000", "Tools", "27111602", "Hammers"), Map.of(), Map.of());
        var ours = new SuggestionView(
                ClassificationProposal.Decision.ABSTAIN,
                ClassificationProposal.Reason.NOTHING_IN_COMMON,
                List.of(),
                "1-0");

        var answer = ExternalSuggestions.added(
                ours,
                List.of(new Suggested("27111602", 1.5, "sure"), new Suggested("99999999", 1, "invented")),
                titles,
                REQUEST);

        assertEquals(ClassificationProposal.Decision.ABSTAIN, answer.decision());
        assertEquals(
                List.of("27111602"),
                answer.suggestions().stream().map(one -> one.code()).toList());
        assertEquals("external", answer.suggestions().get(0).method());
        assertEquals(1.0, answer.suggestions().get(0).confidence());
        assertEquals(2, answer.suggestions().get(0).path().size());
    }
}
