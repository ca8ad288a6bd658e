package org.quartermaster.catalog.customergroup;

/** The kind of price that the customers of a group get first; a sale is for everybody. */
enum GroupPriceType {
    BASE,
    WHOLESALE,
    RETAIL
}
