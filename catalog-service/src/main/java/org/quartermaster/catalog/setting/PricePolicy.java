package org.quartermaster.catalog.setting;

/** Which scope makes the price: the most specific one that has a row, or the one with the lowest price. */
enum PricePolicy {
    SPECIFIC,
    LOWEST
}
