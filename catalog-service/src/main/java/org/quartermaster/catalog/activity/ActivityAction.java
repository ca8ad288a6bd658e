package org.quartermaster.catalog.activity;

/** What was done, as the log says it. */
public enum ActivityAction {
    CREATED,
    UPDATED,
    DELETED,
    RESTORED,
    VIEWED,
    SENT,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    CONFIRMED,
    IMPORTED,
    EXPORTED,
    OVERRIDE
}
