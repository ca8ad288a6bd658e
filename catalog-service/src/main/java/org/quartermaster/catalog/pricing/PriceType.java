package org.quartermaster.catalog.pricing;

/** What kind of price a row is. */
enum PriceType {
    BASE,
    SALE,
    WHOLESALE,
    RETAIL
}
