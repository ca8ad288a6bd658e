package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class FacetTest {
    private final TestTenant tenant = TestTenant.create();
    private final String make = Market.make();

    @BeforeEach
    void lots() throws SQLException {
        Market.offer(Map.of("make", make, "model_group", "CX-5", "year", 2015));
        Market.offer(Map.of("make", make, "model_group", "CX-5", "year", 2016));
        Market.offer(Map.of("make", make.toLowerCase(Locale.ROOT), "model_group", "cx5", "year", 2016));
        Market.offer(Map.of("make", make, "model_group", "MPV", "year", 2016, "status", "sold"));
    }

    private ValidatableResponse get(String query) {
        return tenant.as("viewer")
                .get("/api/v1/makes-models" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    @Test
    void makesModelsAndYearsAreCountedInOneForm() {
        get("").statusCode(200)
                .body("makes", hasItem(Map.of("make", make, "lots", 3)))
                .body("models", empty());
        get("make=" + make)
                .body("models", is(List.of(Map.of("make", make, "model", "CX-5", "lots", 3))))
                .body("years", is(List.of(Map.of("year", 2016, "lots", 2), Map.of("year", 2015, "lots", 1))));
        get("make=" + make + "&model=cx-5&year_max=2015")
                .body("makes.find { it.make == '" + make + "' }.lots", is(1))
                .body("years", is(List.of(Map.of("year", 2015, "lots", 1))));
    }

    @Test
    void lotsThatAreNotListedAreCountedWhenAskedFor() {
        get("status=all&make=" + make).body("models.model", is(List.of("CX-5", "MPV")));
    }

    @Test
    void wrongValuesAreRefused() {
        get("status=some").statusCode(422);
        get("year_min=x").statusCode(422);
        get("colour=red").statusCode(400);
    }

    @Test
    void facetsCostOneQuery() throws SQLException {
        assertEquals(4, new Statements("vehicle").countDuring(() -> get("make=" + make)
                .statusCode(200)));
    }
}
