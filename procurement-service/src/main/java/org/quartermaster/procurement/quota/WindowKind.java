package org.quartermaster.procurement.quota;

/** What a plan limits within a time. */
public enum WindowKind {
    /** Of the organization, in a day (UTC). */
    EXPORTS,
    /** Of each user, in a day (UTC) and in a month of what was bought, or of the calendar where nothing was. */
    QUESTIONS
}
