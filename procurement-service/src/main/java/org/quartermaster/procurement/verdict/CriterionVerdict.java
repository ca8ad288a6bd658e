package org.quartermaster.procurement.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a tender is to one criterion, and why.
 *
 * @param expected what is asked for, as the criteria say it
 * @param actual what the tender has, or null
 * @param reason null where expected and actual say all
 * @param passes true where it does not turn the tender away
 */
public record CriterionVerdict(
        String criterion,
        Verdict verdict,
        Object expected,
        Object actual,
        List<Evidence> evidence,
        Reason reason,
        @JsonIgnore boolean passes) {

    static CriterionVerdict of(Rule rule, Subject subject) {
        var judgement = rule.judge(subject);
        return new CriterionVerdict(
                rule.name(),
                judgement.verdict(),
                rule.expected(),
                rule.actual(subject),
                rule.evidence(subject),
                judgement.reason(),
                rule.admits(judgement.verdict()));
    }
}
