package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** A service whose database is not what its code needs takes no requests. */
@EquipmentTest
class ReadinessTest {
    private static void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_owner", "none");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitReadiness(int status) {
        await("readiness " + status).until(() -> given().get("/q/health/ready").statusCode() == status);
    }

    @Test
    void aMissingColumnMakesItNotReady() throws SQLException {
        asOwner("alter table equipment rename column brand to label");
        try {
            awaitReadiness(503);
            assertThat(given().get("/q/health/ready").asString()).contains("equipment.brand");
        } finally {
            asOwner("alter table equipment rename column label to brand");
        }
        awaitReadiness(200);
    }

    @Test
    void anOpenMigrationMakesItNotReady() throws SQLException {
        asOwner("update flyway_schema_history set version = '9999' where version = '0124'");
        try {
            awaitReadiness(503);
            assertThat(given().get("/q/health/ready").asString()).contains("0124");
        } finally {
            asOwner("update flyway_schema_history set version = '0124' where version = '9999'");
        }
        awaitReadiness(200);
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() throws SQLException {
        var admin = TestTenant.create();
        asOwner("alter table equipment alter column horsepower type varchar(20)");
        try {
            admin.as("admin").get("/q/schema").then().body("retyped", contains("equipment.horsepower varchar"));
        } finally {
            asOwner("alter table equipment alter column horsepower type int using cast(horsepower as int)");
        }
        admin.as("admin").get("/q/schema").then().body("retyped.size()", equalTo(0));
    }
}
