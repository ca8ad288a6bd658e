package org.quartermaster.procurement.match;

import org.quartermaster.platform.db.Words;

/** What its reader did with a match. */
enum MatchState {
    NEW,
    SEEN,
    DISMISSED;

    static MatchState of(String word) {
        return Words.find(MatchState.class, word).orElseThrow();
    }
}
