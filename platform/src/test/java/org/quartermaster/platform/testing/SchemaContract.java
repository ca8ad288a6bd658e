package org.quartermaster.platform.testing;

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

/** What every service says about its database to those who run it; a service's test extends it. */
public abstract class SchemaContract {
    protected final TestTenant tenant = TestTenant.create();

    private final String service;
    private final String table;
    private final String column;

    /**
     * @param table one of the service's tables
     * @param column one of its columns, which the tests take away and give back
     */
    protected SchemaContract(String service, String table, String column) {
        this.service = service;
        this.table = table;
        this.column = column;
    }

    @Test
    void migrationsAreAppliedAsTheyWereBuilt() {
        var migrations = tenant.as("admin").get("/q/migrations").then().statusCode(200);

        migrations
                .body("findAll { it.status != 'superseded' }.status", everyItem(is("applied")))
                .body("findAll { it.status != 'superseded' }.applied_at", everyItem(notNullValue()))
                .body("find { it.version == '0000.02' }.depends", is(List.of("0000.01")))
                .body("find { it.version == '0000.02' }.rollback", is("U0000.02__create_outbox.sql"));
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
                .body("retyped", empty())
                .body("ok", hasItem(table + "." + column))
                .body("shadow", not(hasItem(table + "." + column)));
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
                .body("shadow", hasItem(table + ".left_over"));

        alter("drop column left_over");
    }

    @Test
    void aColumnThatTheDatabaseLacksIsMissing() throws SQLException {
        alter("rename column " + column + " to moved_away");

        tenant.as("admin").get("/q/schema").then().body("missing", is(List.of(table + "." + column)));

        alter("rename column moved_away to " + column);
    }

    @Test
    void onlyAdministratorsSeeTheDatabase() {
        tenant.manager().get("/q/migrations").then().statusCode(403);
        tenant.manager().get("/q/schema").then().statusCode(403);
        given().get("/q/schema").then().statusCode(401);
    }

    private void alter(String change) throws SQLException {
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.createStatement()) {
            statement.execute("alter table " + table + " " + change);
        }
    }
}
