package org.quartermaster.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.catalog.TestStock.line;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.Eventually;

/** Reservations whose time is over. */
@CatalogTest
class ReservationExpiryTest {
    private static final String RESERVATIONS = "/api/v1/reservations/";

    private final TestStock stock = new TestStock();
    private long product;
    private long other;
    private long warehouse;

    @BeforeEach
    void openAWarehouse() {
        product = stock.product("GL-400");
        other = stock.product("GL-500");
        warehouse = stock.warehouse("W1", 1);
    }

    private int held(String lines) {
        return stock.reserve(lines).statusCode(201).extract().path("id");
    }

    private void letExpire(int id) {
        stock.run("update catalog.stockreservation set expires_at = now() - interval '1 second' where id = " + id);
    }

    private String state(int id) {
        return stock.tenant()
                .as("viewer")
                .get(RESERVATIONS + id)
                .then()
                .extract()
                .path("state");
    }

    @Test
    void whatNobodyTookIsFreeAgainByItself() throws SQLException {
        stock.receive(product, warehouse, 5);
        var id = held(line(product, 5));
        letExpire(id);

        Eventually.await("expiry of the reservation").until(() -> state(id).equals("expired"));

        stock.inventory(product, warehouse).body("quantity_available", comparesEqualTo(5f));
        assertThat(stock.events("reservation.expired")).isEqualTo(1);
        stock.tenant().post(RESERVATIONS + id + "/commit", "{}").statusCode(409);
        stock.requireConsistent();
    }

    @Test
    void whoComesNextNeedNotWaitForThat() {
        stock.receive(product, warehouse, 5);
        stock.receive(other, warehouse, 5);
        var id = held(line(product, 5) + "," + line(other, 5));
        letExpire(id);

        held(line(product, 4));

        assertThat(state(id)).isEqualTo("expired");
        stock.inventory(product, warehouse).body("quantity_available", comparesEqualTo(1f));
        stock.inventory(other, warehouse).body("quantity_available", comparesEqualTo(5f));
        stock.requireConsistent();
    }

    @Test
    void whatIsOverIsNotTakenThoughNobodyWroteItYet() {
        stock.receive(product, warehouse, 5);
        var id = held(line(product, 5));
        letExpire(id);

        stock.tenant()
                .post(RESERVATIONS + id + "/commit", "{}")
                .statusCode(409)
                .body("code", equalTo("reservation.state"));
        stock.tenant()
                .post(RESERVATIONS + id + "/extend", "{\"expires_in_seconds\":60}")
                .statusCode(409);
        stock.inventory(product, warehouse).body("quantity_on_hand", comparesEqualTo(5f));
    }
}
