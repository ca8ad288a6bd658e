package org.quartermaster.vehicle.transfer;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** A user of a tenant who acts in a transfer, known to the service. */
record Party(TestTenant tenant, UUID user) {

    static Party of(TestTenant tenant) {
        var party = new Party(tenant, UUID.randomUUID());
        run(
                "insert into identity.memberships (tenant_id, user_id, roles) values (?, ?, '{manager}')",
                tenant.id(),
                party.user);
        run("insert into identity.users (id, full_name) values (?, 'A')", party.user);
        run("insert into identity.persons (id, full_name) values (?, 'A')", party.user);
        return party;
    }

    static int run(String sql, Object... parameters) {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            return Sql.update(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String read(String sql, Object... parameters) {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            return Sql.query(connection, sql, row -> row.getString(1), parameters)
                    .get(0);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.shared().tokenOf(user.toString(), tenant.id(), role));
    }

    ValidatableResponse post(String path, String body) {
        return post("manager", path, body);
    }

    ValidatableResponse post(String role, String path, String body) {
        return as(role).contentType(ContentType.JSON).body(body).post(path).then();
    }

    ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    /** Asks to hand an asset over, and gives what is answered. */
    ValidatableResponse ask(UUID asset, String body) {
        return post("/api/v1/assets/" + asset + "/transfer-requests", body);
    }

    ValidatableResponse decide(String request, String step, String body) {
        return post("/api/v1/transfer-requests/" + request + "/" + step, body);
    }

    String organization() {
        var id = UUID.randomUUID();
        run("insert into identity.organizations (tenant_id, id, name) values (?, ?, 'B')", tenant.id(), id);
        return id.toString();
    }

    UUID asset(String vin) {
        return UUID.fromString(post("/api/v1/assets", """
                        {"vin": "%s", "make": "Honda", "model": "Accord", "year": 2003, "license_plate": "P 1",
                         "purchase_price": 900, "purchase_currency": "EUR", "value": 800, "value_currency": "EUR",
                         "notes": "cheap", "odometer_value": 2000, "odometer_unit": "km"}
                        """.formatted(vin))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** How often the tenant has published such an event. */
    long events(String verb) {
        return Long.parseLong(read(
                "select count(*) from platform.outbox where tenant_id = ? and subject like '%.' || ?",
                tenant.id(), verb));
    }
}
