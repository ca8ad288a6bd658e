package org.quartermaster.catalog.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.classification.ClassificationProposal.Decision;
import org.quartermaster.catalog.classification.ClassificationProposal.Reason;
import org.quartermaster.catalog.classification.TenantVerdict.Verdict;
import org.quartermaster.catalog.text.Fold;

class SuggestionEngineTest {

    private static final String IMPACT_WRENCHES = "27112713";
    private static final String POWER_DRILLS = "27112703";
    private static final SuggestionEngine ENGINE =
            new ClassificationTraining(GoldenSet.labels(), Fold::fold).train(GoldenSet.learned());
    private static final TenantExamples NOBODY = TenantExamples.none(ENGINE.index());

    private static ClassificationProposal ask(String name, TenantExamples tenant) {
        return ENGINE.suggest(SuggestionInput.named(name), tenant, 5);
    }

    private static ClassificationSuggestion first(ClassificationProposal proposal) {
        return proposal.suggestions().get(0);
    }

    private static TenantExamples said(TenantExamples before, String name, String code, Verdict verdict) {
        return before.with(List.of(new TenantVerdict(name, code, verdict)));
    }

    @Test
    void fiveCodesComeWithReasons() {
        ClassificationProposal proposal = ask("cordless impact wrench", NOBODY);

        assertEquals(5, proposal.suggestions().size());
        assertEquals(IMPACT_WRENCHES, first(proposal).code());
        assertEquals("Impact wrenches", first(proposal).title());
        assertTrue(first(proposal).evidence().stream()
                .anyMatch(
                        reason -> reason.kind().equals("word") && reason.text().equals("impact")));
        assertTrue(first(proposal).evidence().stream()
                .anyMatch(reason -> reason.kind().equals("example")));
        assertTrue(proposal.suggestions().stream().allMatch(one -> one.confidence() >= 0 && one.confidence() <= 1));
    }

    @Test
    void aConfirmedNameIsFirstAndLearned() {
        TenantExamples tenant = said(NOBODY, "cordless impact wrench", POWER_DRILLS, Verdict.CONFIRMED);

        ClassificationProposal proposal = ask("Cordless  Impact Wrenches", tenant);

        assertEquals(POWER_DRILLS, first(proposal).code());
        assertEquals("learned", first(proposal).method());
        assertEquals(0.99, first(proposal).confidence());
        assertEquals(Reason.KNOWN_NAME, proposal.reason());
        assertEquals(Decision.PROPOSE, proposal.decision());
    }

    @Test
    void aConfirmationAlsoSpeaksForSimilarNames() {
        TenantExamples tenant = said(NOBODY, "Zorkinator heavy duty", IMPACT_WRENCHES, Verdict.CONFIRMED);

        assertEquals(IMPACT_WRENCHES, first(ask("Zorkinator light", tenant)).code());
    }

    @Test
    void aTenantsWordsNeverShowInAnothers() {
        TenantExamples tenant = said(NOBODY, "Zorkinator heavy duty", IMPACT_WRENCHES, Verdict.CONFIRMED);
        ClassificationProposal before = ask("Zorkinator light", NOBODY);

        ask("Zorkinator light", tenant);

        assertEquals(before, ask("Zorkinator light", NOBODY));
        assertFalse(ask("Zorkinator heavy duty", NOBODY).toString().contains("Zorkinator"));
    }

    @Test
    void aRejectedPairIsNotProposedAgain() {
        TenantExamples tenant = said(NOBODY, "cordless impact wrench", IMPACT_WRENCHES, Verdict.REJECTED);

        ClassificationProposal proposal = ask("Cordless impact wrench", tenant);

        assertTrue(proposal.suggestions().stream().noneMatch(one -> one.code().equals(IMPACT_WRENCHES)));
        assertEquals(IMPACT_WRENCHES, first(ask("impact wrench", tenant)).code());
    }

    @Test
    void aWithdrawnVerdictLeavesNothing() {
        TenantExamples tenant = said(NOBODY, "cordless impact wrench", POWER_DRILLS, Verdict.CONFIRMED);
        tenant = said(tenant, "cordless impact wrench", IMPACT_WRENCHES, Verdict.REJECTED);
        tenant = said(tenant, "cordless impact wrench", POWER_DRILLS, Verdict.WITHDRAWN);
        tenant = said(tenant, "cordless impact wrench", IMPACT_WRENCHES, Verdict.WITHDRAWN);

        assertEquals(ask("cordless impact wrench", NOBODY), ask("cordless impact wrench", tenant));
    }

    @Test
    void aLaterVerdictStandsOverAnEarlierOneOfTheSameBatch() {
        TenantExamples tenant = NOBODY.with(List.of(
                new TenantVerdict("odd thing", POWER_DRILLS, Verdict.CONFIRMED),
                new TenantVerdict("odd thing", POWER_DRILLS, Verdict.REJECTED)));

        assertTrue(ask("odd thing", tenant).suggestions().stream()
                .noneMatch(one -> one.code().equals(POWER_DRILLS)));
    }

    @Test
    void theSameDataInAnyOrderGiveTheSameAnswer() {
        List<LabelledText> shuffled = new ArrayList<>(GoldenSet.learned());
        Collections.shuffle(shuffled, new Random(3));
        List<ClassificationLabel> labels = new ArrayList<>(GoldenSet.labels());
        Collections.shuffle(labels, new Random(5));
        SuggestionEngine other = new ClassificationTraining(labels, Fold::fold).train(shuffled);

        for (LabelledText name : GoldenSet.tested()) {
            SuggestionInput input = SuggestionInput.named(name.text());
            assertEquals(
                    ENGINE.suggest(input, NOBODY, 5).toString(),
                    other.suggest(input, TenantExamples.none(other.index()), 5).toString());
        }
    }

    @Test
    void wordsThatNothingKnowsAreNotProposed() {
        assertEquals(Decision.ABSTAIN, ask("quantum flux", NOBODY).decision());
        assertEquals(Reason.NOTHING_IN_COMMON, ask("日本語", NOBODY).reason());
        assertEquals(Reason.NOTHING_IN_COMMON, ask("!!! --", NOBODY).reason());
        assertEquals(List.of(), ask("!!! --", NOBODY).suggestions());
    }

    @Test
    void theBrandsWordsSayNothingOfTheKind() {
        SuggestionInput branded = new SuggestionInput("Helmet Drill 18 V", null, null, "Helmet");

        assertEquals(POWER_DRILLS, first(ENGINE.suggest(branded, NOBODY, 5)).code());
    }

    @Test
    void theCategoryHelpsABareName() {
        SuggestionInput input = new SuggestionInput("Model 4711", null, "Welding masks", null);

        assertEquals("46181703", first(ENGINE.suggest(input, NOBODY, 5)).code());
    }

    @Test
    void theGoldenSetStaysAsGoodAsItWas() {
        ClassificationEvaluation evaluation = ClassificationEvaluation.of(ENGINE, GoldenSet.tested());

        assertEquals(GoldenSet.tested().size(), evaluation.names());
        assertTrue(evaluation.first() >= 0.80, evaluation.report());
        assertTrue(evaluation.amongFive() >= 0.92, evaluation.report());
    }

    @Test
    void theCommittedSplitIsTheOneByDigest() {
        List<LabelledText> all = new ArrayList<>(GoldenSet.tested());
        all.addAll(GoldenSet.learned());

        NameSplit split = NameSplit.of(all);

        assertEquals(GoldenSet.tested().size(), split.tested().size());
        assertTrue(split.tested().containsAll(GoldenSet.tested()));
    }
}
