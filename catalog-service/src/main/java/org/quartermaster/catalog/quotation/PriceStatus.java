package org.quartermaster.catalog.quotation;

/** Where the price of an item comes from. */
public enum PriceStatus {
    MISSING,
    PRICED,
    MANUAL,
    EXCLUDED;

    boolean hasPrice() {
        return this == PRICED || this == MANUAL;
    }
}
