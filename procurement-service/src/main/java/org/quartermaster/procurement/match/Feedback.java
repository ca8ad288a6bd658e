package org.quartermaster.procurement.match;

import org.quartermaster.platform.db.Words;

/** What its reader says of a match. */
enum Feedback {
    RELEVANT,
    IRRELEVANT;

    static Feedback of(String word) {
        return word == null ? null : Words.find(Feedback.class, word).orElseThrow();
    }
}
