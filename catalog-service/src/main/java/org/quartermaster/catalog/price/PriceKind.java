package org.quartermaster.catalog.price;

/** Whether a price is what the product is sold for, or what it costs us. */
enum PriceKind {
    SELL,
    COST
}
