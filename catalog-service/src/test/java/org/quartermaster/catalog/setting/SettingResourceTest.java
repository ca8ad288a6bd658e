package org.quartermaster.catalog.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** What a tenant's prices and quotations go by. */
@CatalogTest
class SettingResourceTest {
    private static final String SETTINGS = "/settings";

    private final Shop shop = Shop.open();

    @Test
    void aTenantBeginsWithTheUsualOnes() {
        shop.get(SETTINGS)
                .statusCode(200)
                .body("default_currency", is("USD"))
                .body("min_margin_percent", is(0.0f))
                .body("price_policy", is("specific"))
                .body("reservation_minutes", is(1440))
                .body("accepted_days", is(30))
                .body("quotation_valid_days", is(30))
                .body("number_prefix", is("Q"))
                .body("match_auto", is(0.8f))
                .body("match_min", is(0.35f))
                .body("jurisdiction", is("US"))
                .body("company", anEmptyMap())
                .body("version", is(1));
    }

    @Test
    void whatIsNotNamedStays() {
        shop.patch(
                        "admin",
                        SETTINGS,
                        "{\"jurisdiction\": \"EU\", \"company\": {\"name\": \"Harbour\", \"tax_id\": \"1\"}}")
                .statusCode(200)
                .body("version", is(2));

        shop.patch("admin", SETTINGS, "{\"company\": {\"tax_id\": null, \"address\": \"Quay 1\"}}")
                .statusCode(200)
                .body("jurisdiction", is("EU"))
                .body("company.name", is("Harbour"))
                .body("company.address", is("Quay 1"))
                .body("company.tax_id", nullValue());

        shop.get(SETTINGS).body("company.name", is("Harbour")).body("version", is(3));
        assertThat(shop.events("catalogsetting.updated")).isEqualTo(2);
    }

    @Test
    void theUsualOnesHaveAVersionToo() {
        var tag = shop.get(SETTINGS).extract().header("ETag");
        var change = shop.tenant().as("admin").header("If-Match", tag).contentType("application/json");

        change.body("{\"accepted_days\": 3}").patch("/api/v1/settings").then().statusCode(200);

        change.body("{\"accepted_days\": 4}").patch("/api/v1/settings").then().statusCode(412);
    }

    @Test
    void onlyAdministratorsChangeThem() {
        shop.patch("manager", SETTINGS, "{\"accepted_days\": 3}").statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "default_currency, '\"XXX\"', default_currency, reference.unknown",
        "min_margin_percent, 100, min_margin_percent, less_than_equal",
        "price_policy, '\"cheap\"', price_policy, enum",
        "accepted_days, 0, accepted_days, greater_than_equal",
        "match_min, 0.9, match_min, less_than_equal",
        "jurisdiction, '\"UK\"', jurisdiction, enum",
        "jurisdiction, null, jurisdiction, null_not_allowed",
        "company, '{\"logo_file_id\": 1}', company.logo_file_id, reference.unknown",
        "company, '{\"motto\": \"x\"}', company.motto, unknown_field",
        "version, 1, version, unknown_field"
    })
    void aWrongValueIsNamed(String name, String value, String field, String code) {
        shop.patch("admin", SETTINGS, "{\"%s\": %s}".formatted(name, value))
                .statusCode(422)
                .body("errors[0].field", is(field))
                .body("errors[0].code", is(code));
    }
}
