package org.quartermaster.catalog.pricing;

/** What kind of price a row is. */
public enum PriceType {
    BASE,
    SALE,
    WHOLESALE,
    RETAIL
}
