package org.quartermaster.catalog.provenance;

import org.quartermaster.platform.db.Words;

/** Who says what an article is; the one with the higher priority is believed. */
public enum Source {
    MANUAL(100),
    SUPPLIER(80),
    IMPORT(70),
    PARSED(50),
    EXTERNAL(40);

    /** One never overwrites another with a higher priority; of equal ones the newer counts. */
    public final int priority;

    Source(int priority) {
        this.priority = priority;
    }

    /** As it is kept and shown. */
    public String word() {
        return Words.of(this);
    }
}
