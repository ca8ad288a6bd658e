package org.quartermaster.procurement.fraud;

/** What follows from a risk. */
public enum Decision {
    ALLOW,
    /** Allowed, and shown to the operator. */
    REVIEW,
    BLOCK
}
