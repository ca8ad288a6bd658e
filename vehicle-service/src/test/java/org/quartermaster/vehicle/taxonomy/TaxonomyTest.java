package org.quartermaster.vehicle.taxonomy;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class TaxonomyTest {
    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse get(String domain, String language) {
        return tenant.as("viewer")
                .header("Accept-Language", language)
                .get("/api/v1/taxonomies/" + domain)
                .then();
    }

    @Test
    void labelsAreInTheLanguageAskedFor() {
        get("fuel", "en")
                .statusCode(200)
                .header("Content-Language", "en")
                .body("items", hasItem(Map.of("code", "diesel", "label", "Diesel", "deprecated", false)));
        get("fuel", "ar").header("Content-Language", "ar").body("items.label", hasItem("ديزل"));
        get("fuel", "fr").header("Content-Language", "en");
    }

    @Test
    void codesOfDataAdminsStandBesideOurOwn() throws SQLException {
        var code = "code_" + Math.abs(new Random().nextInt());
        try (var connection = VehicleDatabase.system();
                var statement = connection.createStatement()) {
            statement.execute("insert into vehicle.taxonomy (domain, code, label_en, deprecated)"
                    + " values ('drive', '%s', 'Tracks', true)".formatted(code));
        }

        get("drive", "ar").body("items", hasItem(Map.of("code", code, "label", "Tracks", "deprecated", true)));
    }

    @Test
    void anUnknownDomainIsNotFound() {
        get("none", "en").statusCode(404).body("code", is("taxonomy_not_found"));
    }
}
