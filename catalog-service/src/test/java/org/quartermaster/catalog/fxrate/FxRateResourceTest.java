package org.quartermaster.catalog.fxrate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** What a currency is worth in another on a day. */
@CatalogTest
class FxRateResourceTest {
    private static final String RATES = "/fx-rates";

    private final Shop shop = Shop.open();

    private static String rate(String base, String rate, String day) {
        return "{\"base\": \"%s\", \"quote\": \"EUR\", \"rate\": %s, \"valid_on\": \"%s\"}".formatted(base, rate, day);
    }

    @Test
    void aDayHasOneRateOfTwoCurrencies() {
        shop.make(RATES, rate("USD", "0.9", "2026-01-01"));

        shop.post(RATES, rate("USD", "0.8", "2026-01-01")).statusCode(409).body("errors[0].field", is("valid_on"));

        shop.make(RATES, rate("USD", "0.91", "2026-01-02"));
        shop.get(RATES).body("items.rate", contains(0.91f, 0.9f)).body("items.source", contains("manual", "manual"));
        shop.get(RATES + "?valid_on=2026-01-01").body("items.rate", contains(0.9f));
        shop.get(RATES + "?base=GBP").body("items", empty());
    }

    @Test
    void wrongRatesAreRefused() {
        shop.post(RATES, rate("XXX", "1", "2026-01-01")).statusCode(422).body("errors[0].field", is("base"));
        shop.post(RATES, rate("USD", "0", "2026-01-01")).statusCode(422).body("errors[0].field", is("rate"));
        shop.post(RATES, "{}").statusCode(422).body("errors.field", contains("base", "quote", "rate", "valid_on"));
    }

    @Test
    void aRateIsTakenAwayByItsOwnTenantAlone() {
        var path = RATES + "/" + shop.make(RATES, rate("USD", "0.9", "2026-01-01"));

        Shop.open().delete(path).statusCode(404);
        shop.delete(path).statusCode(204);

        shop.get(RATES).body("items", empty());
    }
}
