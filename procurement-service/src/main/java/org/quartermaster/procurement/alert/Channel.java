package org.quartermaster.procurement.alert;

/** Where an alert tells of its matches. */
public enum Channel {
    IN_APP,
    EMAIL,
    WEBHOOK
}
