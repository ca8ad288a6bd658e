package org.quartermaster.catalog.pricing;

/**
 * Whom a price is for.
 *
 * @param id of the customer, the group or the list; null for everybody
 */
record PriceScope(Kind kind, Long id) {

    enum Kind {
        CUSTOMER,
        GROUP,
        LIST,
        EVERYBODY
    }

    static final PriceScope EVERYBODY = new PriceScope(Kind.EVERYBODY, null);

    /** Prices made for one customer or one group are net of the group's discount already. */
    boolean isDiscounted() {
        return kind == Kind.LIST || kind == Kind.EVERYBODY;
    }
}
