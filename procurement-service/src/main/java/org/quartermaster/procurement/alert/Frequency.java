package org.quartermaster.procurement.alert;

/** The rhythm of the mails of an alert, the quickest first. */
public enum Frequency {
    INSTANT,
    DAILY,
    WEEKLY
}
