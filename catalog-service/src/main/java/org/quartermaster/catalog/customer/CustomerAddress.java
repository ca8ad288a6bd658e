package org.quartermaster.catalog.customer;

import java.util.List;
import org.quartermaster.platform.rest.Fields;

/**
 * An address of a customer.
 *
 * @param lines street and number, as they stand on a letter
 * @param country ISO 3166-1, two letters
 */
record CustomerAddress(AddressKind kind, String lines, String city, String region, String postalCode, String country) {
    private static final int MAX_LINES = 20_000;
    private static final int MAX_ADDRESSES = 1_000;
    private static final int NAME = 300;
    private static final int CODE = 64;

    static List<CustomerAddress> read(Fields fields) {
        return fields.items("addresses", MAX_ADDRESSES).stream()
                .map(CustomerAddress::one)
                .toList();
    }

    private static CustomerAddress one(Fields item) {
        item.require("lines");
        return new CustomerAddress(
                item.word("kind", AddressKind.class).or(AddressKind.BILLING),
                item.text("lines", 1, MAX_LINES).value(),
                item.text("city", 0, NAME).value(),
                item.text("region", 0, NAME).value(),
                item.text("postal_code", 0, CODE).value(),
                country(item));
    }

    private static String country(Fields item) {
        var country = item.text("country", 2, 2).value();
        if (country != null && !country.matches("[A-Z]{2}")) {
            item.error("country", "string_pattern", "AA");
        }
        return country;
    }
}
