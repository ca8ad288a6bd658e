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

    /** The scope of a key of the table: {@code c}, {@code g} or {@code l} with the id, or {@code d}. */
    static PriceScope of(String key) {
        return key.equals("d")
                ? EVERYBODY
                : new PriceScope(
                        switch (key.charAt(0)) {
                            case 'c' -> Kind.CUSTOMER;
                            case 'g' -> Kind.GROUP;
                            default -> Kind.LIST;
                        },
                        Long.valueOf(key.substring(1)));
    }

    String key() {
        return switch (kind) {
            case CUSTOMER -> "c" + id;
            case GROUP -> "g" + id;
            case LIST -> "l" + id;
            case EVERYBODY -> "d";
        };
    }

    /** Prices made for one customer or one group are net of the group's discount already. */
    boolean isDiscounted() {
        return kind == Kind.LIST || kind == Kind.EVERYBODY;
    }
}
