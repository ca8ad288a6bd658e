package org.quartermaster.catalog.taxrate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** Rates of tax, one of a class on a day. */
@CatalogTest
class TaxRateResourceTest {
    private static final String RATES = "/tax-rates";

    private final Shop shop = Shop.open();

    private static String rate(String taxClass, String rate, String from, String to) {
        return "{\"tax_class\": \"%s\", \"rate\": %s, \"valid_from\": %s, \"valid_to\": %s}"
                .formatted(taxClass, rate, from, to);
    }

    @Test
    void twoOfAClassDoNotHoldOnOneDay() {
        shop.post(RATES, rate("standard", "0.15", "\"2026-01-01\"", "\"2026-07-01\""))
                .statusCode(201)
                .body("valid_to", is("2026-07-01"));

        shop.post(RATES, rate("standard", "0.16", "\"2026-06-30\"", "null"))
                .statusCode(409)
                .body("code", is("tax.overlap"));
        shop.post(RATES, rate("standard", "0.16", "\"2026-07-01\"", "null"))
                .statusCode(201)
                .body("valid_to", nullValue());
        shop.post(RATES, rate("reduced", "0.05", "\"2026-01-01\"", "null")).statusCode(201);

        shop.get(RATES).body("items.rate", contains(0.05f, 0.15f, 0.16f));
        shop.get(RATES + "?tax_class=reduced").body("items.rate", contains(0.05f));
    }

    @Test
    void aRateIsTakenAwayByItsOwnTenantAlone() {
        var path = RATES + "/" + shop.make(RATES, rate("standard", "0.15", "\"2026-01-01\"", "null"));

        Shop.open().delete(path).statusCode(404);
        shop.delete(path).statusCode(204);

        shop.get(RATES).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, '\"2026-01-01\"', null, rate, less_than_equal",
        "-0.1, '\"2026-01-01\"', null, rate, greater_than_equal",
        "0.1234567, '\"2026-01-01\"', null, rate, decimal_max_places",
        "0.1, null, null, valid_from, missing",
        "0.1, '\"soon\"', null, valid_from, date_parsing",
        "0.1, '\"2026-01-01\"', '\"2026-01-01\"', valid_to, range_backwards"
    })
    void aWrongValueIsNamed(String rate, String from, String to, String field, String code) {
        shop.post(RATES, rate("standard", rate, from, to))
                .statusCode(422)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }
}
