package org.quartermaster.vehicle.feed;

/** The judgement on a record of a file: that of its gravest code. */
public enum RowVerdict {
    OK,
    /** Applied after something about its writing was mended. */
    REPAIR,
    /** Applied, but somebody should look at it. */
    FLAG,
    /** Not applied; it waits for a decision. */
    QUARANTINE
}
