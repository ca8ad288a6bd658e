package org.quartermaster.equipment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** What the service says about its database to those who run it. */
@EquipmentTest
final class SchemaTest {
    private final TestTenant tenant = TestTenant.create();

    @Test
    void migrationsAreAppliedAsTheyWereBuilt() {
        var migrations = tenant.as("admin").get("/q/migrations").then().statusCode(200);

        migrations
                .body("status", everyItem(is("applied")))
                .body("applied_at", everyItem(notNullValue()))
                .body(
                        "find { it.version == '0102' }.purpose",
                        is("hour and km meters of a machine, one segment per meter"))
                .body("find { it.version == '0102' }.depends", is(List.of("0101")))
                .body("find { it.version == '0102' }.rollback", is("U0102__create_meter.sql"));
        assertEquals(
                migrations.extract().jsonPath().getList("applied_checksum"),
                migrations.extract().jsonPath().getList("checksum"));
    }

    @Test
    void theServiceIsReadyWithTheSchemaThatItNeeds() {
        tenant.as("admin")
                .get("/q/schema")
                .then()
                .statusCode(200)
                .body("missing", empty())
                .body("ok", hasItem("equipment.serial_number"))
                .body("shadow", not(hasItem("equipment.serial_number")));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'migrations and schema' }.status", is("UP"));
    }

    @Test
    void aColumnThatOnlyTheDatabaseKnowsIsAShadow() throws SQLException {
        alter("add column left_over int");

        tenant.as("admin")
                .get("/q/schema")
                .then()
                .body("missing", empty())
                .body("shadow", hasItem("equipment.left_over"));

        alter("drop column left_over");
    }

    @Test
    void aColumnThatTheDatabaseLacksIsMissing() throws SQLException {
        alter("rename column location_name to moved_away");

        tenant.as("admin").get("/q/schema").then().body("missing", is(List.of("equipment.location_name")));

        alter("rename column moved_away to location_name");
    }

    @Test
    void onlyAdministratorsSeeTheDatabase() {
        tenant.manager().get("/q/migrations").then().statusCode(403);
        tenant.manager().get("/q/schema").then().statusCode(403);
        given().get("/q/schema").then().statusCode(401);
    }

    private static void alter(String change) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute("alter table equipment " + change);
        }
    }
}
