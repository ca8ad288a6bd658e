package org.quartermaster.equipment.access;

import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** A database that does not answer makes an answer that says to come back, and nothing worse. */
@EquipmentTest
@TestProfile(Strict.class)
class DatabaseAwayTest {
    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("equipment"), role, "none");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response list() {
        return TestTenant.create().as("viewer").get("/api/v1/equipment");
    }

    private static Response register() {
        return TestTenant.create()
                .manager()
                .contentType("application/json")
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5}")
                .post("/api/v1/equipment");
    }

    private static void mustSayComeBack(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("service_unavailable"));
    }

    @Test
    void readsAndWritesSayWhenToComeBackWhileNoConnectionCanBeHad() throws SQLException {
        try {
            asSuperuser("alter role equipment_app connection limit 0");
            asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'equipment_app'");

            await("the loss is noticed").until(() -> list().statusCode() == 503);
            mustSayComeBack(list());
            mustSayComeBack(register());
        } finally {
            asSuperuser("alter role equipment_app connection limit -1");
        }
        await("the database is back").until(() -> list().statusCode() == 200);
    }

    @Test
    void aStatementThatTakesTooLongSaysComeBack() throws SQLException {
        try (var owner = connect("equipment_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table equipment in access exclusive mode");

            mustSayComeBack(list());
            mustSayComeBack(register());

            owner.rollback();
        }
        list().then().statusCode(200);
    }
}
