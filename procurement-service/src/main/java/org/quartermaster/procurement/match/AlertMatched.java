package org.quartermaster.procurement.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.procurement.verdict.Explanation;
import org.quartermaster.procurement.verdict.Verdict;

/** A match as its event shows it. */
record AlertMatched(
        UUID matchId,
        UUID alertId,
        String name,
        UUID userId,
        int criteriaVersion,
        String tenderId,
        String title,
        int materialVersion,
        List<String> changeClasses,
        Verdict verdict,
        Explanation explanation,
        Instant matchedAt) {

    static AlertMatched of(UUID id, Found found, Instant at) {
        return new AlertMatched(
                id,
                found.alert().alertId(),
                found.alert().name(),
                found.alert().userId(),
                found.alert().criteriaVersion(),
                found.change().tenderId(),
                found.tender().title(),
                found.change().materialVersion(),
                List.copyOf(found.change().classes()),
                found.explanation().verdict(),
                found.explanation(),
                at);
    }
}
