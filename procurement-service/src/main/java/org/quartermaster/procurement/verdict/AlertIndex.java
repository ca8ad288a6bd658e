package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Many criteria, of which those that admit a tender are found without judging all: each stands under a few keys, such
 * as the beginnings of its rarest words, one of which every tender has that it admits. One thread at a time.
 *
 * <p>Measured by deploy/benchmarks on 2 cores shared with builds: 100,000 criteria take 94 MB; a tender of 400 words
 * that 3,700 of them admit takes about 35 ms of one processor, its explanations included.
 *
 * @param <K> what the criteria are known by
 */
public final class AlertIndex<K> {
    private final Map<K, Entry<K>> entries = new HashMap<>();
    private final Map<String, Set<Entry<K>>> byKey = new HashMap<>();

    /** Criteria without a key, judged for every tender. */
    private final Set<Entry<K>> everywhere = new LinkedHashSet<>();

    private long turn;

    /** NB: compared by identity, as a record would compare whole predicates. */
    private static final class Entry<K> {
        final K id;
        final Predicate predicate;
        long judgedAt;

        Entry(K id, Predicate predicate) {
            this.id = id;
            this.predicate = predicate;
        }
    }

    /** Adds criteria, in the place of those that had the id. */
    public void put(K id, Predicate predicate) {
        remove(id);
        var entry = new Entry<>(id, predicate);
        entries.put(id, entry);
        var keys = predicate.keys();
        if (keys.isEmpty()) {
            everywhere.add(entry);
        }
        each(keys, key -> byKey.computeIfAbsent(key, none -> new LinkedHashSet<>(2))
                .add(entry));
    }

    /** Takes criteria out; nothing happens where there are none. */
    public void remove(K id) {
        var entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        everywhere.remove(entry);
        each(
                entry.predicate.keys(),
                key -> byKey.computeIfPresent(key, (same, found) -> {
                    found.remove(entry);
                    return found.isEmpty() ? null : found;
                }));
    }

    private static void each(Optional<Keys> keys, Consumer<String> action) {
        keys.ifPresent(found -> found.keys().forEach(action));
    }

    /** How many criteria there are. */
    public int size() {
        return entries.size();
    }

    /** The criteria that admit the tender at the instant, each with its reasons. */
    public Map<K, Explanation> match(TenderVersion tender, Instant instant) {
        var subject = Subject.of(tender, instant);
        var found = new LinkedHashMap<K, Explanation>();
        turn++;
        everywhere.forEach(entry -> judge(entry, subject, found));
        new SubjectKeys(subject).forEach(key -> {
            for (var entry : byKey.getOrDefault(key, Set.of())) {
                judge(entry, subject, found);
            }
        });
        return found;
    }

    /** NB: criteria are met under each of their keys, and a mark costs less than a set of those that were judged. */
    private void judge(Entry<K> entry, Subject subject, Map<K, Explanation> found) {
        if (entry.judgedAt == turn) {
            return;
        }
        entry.judgedAt = turn;
        if (entry.predicate.admits(subject)) {
            found.put(entry.id, entry.predicate.explain(subject));
        }
    }
}
