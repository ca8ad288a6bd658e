package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void whereALotComesFromIsShownToDataAdminsAlone() throws SQLException {
        var file = UUID.randomUUID();
        var id = Market.offer(Map.of("lot_external_id", number, "source_file_id", file, "source_row_no", 7));

        get(id).statusCode(200).body("$", not(hasKey("source_file_id"))).body("$", not(hasKey("row_hash")));
        for (var path : List.of(id, "by-external/" + number)) {
            tenant.as("data-admin")
                    .get("/api/v1/lots/" + path)
                    .then()
                    .body("source_file_id", is(file.toString()))
                    .body("source_row_no", is(7));
        }
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
