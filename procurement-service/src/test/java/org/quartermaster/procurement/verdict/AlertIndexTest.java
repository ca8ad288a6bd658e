package org.quartermaster.procurement.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertIndexTest {
    private static Set<Integer> bruteForce(Map<Integer, Predicate> all, TenderVersion tender) {
        var subject = Subject.of(tender, RandomTenders.NOW);
        return all.entrySet().stream()
                .filter(each -> each.getValue().admits(subject))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void theIndexFindsWhatJudgingAllFinds() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var criteria = new RandomCriteria(random);
        var tenders = new RandomTenders(random);
        var index = new AlertIndex<Integer>();
        var all = new HashMap<Integer, Predicate>();
        var matches = 0;
        for (var n = 0; n < 3_000; n++) {
            var id = random.nextInt(600);
            var predicate = Predicate.of(criteria.next());
            if (random.nextInt(5) == 0) {
                index.remove(id);
                all.remove(id);
            } else {
                index.put(id, predicate);
                all.put(id, predicate);
            }
            if (n % 6 == 0) {
                var tender = tenders.next();
                var found = index.match(tender, RandomTenders.NOW);
                matches += found.size();

                assertEquals(bruteForce(all, tender), found.keySet(), "seed " + seed);
            }
        }

        assertEquals(all.size(), index.size(), "seed " + seed);
        assertTrue(matches > 1_000, "seed " + seed);
    }

    @Test
    void whatWasTakenOutIsNotFound() {
        var random = new Random(1);
        var criteria = new RandomCriteria(random);
        var index = new AlertIndex<Integer>();
        for (var id = 0; id < 200; id++) {
            index.put(id, Predicate.of(criteria.next()));
        }
        var tender = new RandomTenders(random).next();
        var found = new HashSet<>(index.match(tender, RandomTenders.NOW).keySet());

        found.forEach(index::remove);

        assertFalse(found.isEmpty());
        assertEquals(Map.of(), index.match(tender, RandomTenders.NOW));
    }

    @Test
    void explanationsAgreeWithVerdicts() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var criteria = new RandomCriteria(random);
        var tenders = new RandomTenders(random);
        for (var n = 0; n < 5_000; n++) {
            var predicate = Predicate.of(criteria.next());
            var tender = tenders.next();
            var explained = predicate.explain(tender, RandomTenders.NOW);

            assertEquals(predicate.judge(tender, RandomTenders.NOW), explained.verdict(), "seed " + seed);
            assertEquals(predicate.admits(tender, RandomTenders.NOW), explained.wouldNotify(), "seed " + seed);
            assertEquals(explained.wouldNotify(), explained.turnedAwayBy().isEmpty(), "seed " + seed);
            assertEquals(
                    explained.verdict() == Verdict.MISS,
                    explained.criteria().stream().anyMatch(each -> each.verdict() == Verdict.MISS),
                    "seed " + seed);
        }
    }
}
