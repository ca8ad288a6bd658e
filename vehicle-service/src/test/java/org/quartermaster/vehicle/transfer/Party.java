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
        return as("manager").contentType(ContentType.JSON).body(body).post(path).then();
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
        var id = UUID.randomUUID();
        run("""
                insert into vehicle.assets (tenant_id, id, vin, make, model, year, license_plate, purchase_price, value,
                  notes, odometer_value, odometer_unit)
                values (?, ?, ?, 'Honda', 'Accord', 2003, 'P 1', 900, 800, 'cheap', 2000, 'km')
                """, tenant.id(), id, vin);
        run("""
                insert into vehicle.odometer_readings (tenant_id, asset_id, reading, unit, read_at, source)
                values (?, ?, 2000, 'km', now() - interval '1 day', 'api')
                """, tenant.id(), id);
        return id;
    }

    /** How often the tenant has published such an event. */
    long events(String verb) {
        return Long.parseLong(read(
                "select count(*) from platform.outbox where tenant_id = ? and subject like '%.' || ?",
                tenant.id(), verb));
    }
}
