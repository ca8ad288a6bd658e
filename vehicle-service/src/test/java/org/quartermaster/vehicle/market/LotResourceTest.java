package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class LotResourceTest {
    private final TestTenant tenant = TestTenant.create();
    private final String number = "T" + System.nanoTime();

    private ValidatableResponse get(Object id) {
        return tenant.as("viewer").get("/api/v1/lots/{id}", id).then();
    }

    @Test
    void aLotIsFoundByEitherNumber() throws SQLException {
        var id = Market.lot(null, number, "active", "now()");

        get(id).statusCode(200).body("id", is((int) id)).body("raw.fuel_raw", is("GAS"));
        tenant.as("viewer")
                .get("/api/v1/lots/by-external/" + number)
                .then()
                .statusCode(200)
                .body("id", is((int) id));
    }

    @Test
    void aKnownLotIsNotSentAgain() throws SQLException {
        var id = Market.lot(null, number, "active", "now()");
        var tag = get(id).extract().header("ETag");

        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get("/api/v1/lots/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void aRemovedLotIsGone() throws SQLException {
        var id = Market.lot(null, number, "removed", "now()");
        Market.run("update vehicle.lots set is_removed = true where id = ?", id);

        get(id).statusCode(410).body("code", is("lot_removed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "99999999999999999999", "1.5"})
    void anUnknownLotIsNotFound(String id) {
        get(id).statusCode(404).body("code", is("lot_not_found"));
    }
}
