package org.quartermaster.procurement.ocds.row;

import java.util.Locale;

/** What changed in a tender, as alerts name it. */
public enum ChangeClass {
    PUBLISHED,
    DEADLINE_MOVED,
    VALUE_CHANGED,
    CPV_CHANGED,
    LOTS_CHANGED,
    DOCUMENTS_ADDED,
    BUYER_CHANGED,
    PROCEDURE_CHANGED,
    TEXT_CHANGED,
    STATUS_CHANGED,
    CANCELLED,
    AWARDED,
    CONTRACT_CHANGED,
    COSMETIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
