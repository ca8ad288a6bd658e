package org.quartermaster.vehicle.asset;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;

/** The assets of one test's tenant. */
record Fleet(TestTenant tenant) {
    static final String ASSETS = "/api/v1/assets";

    static Fleet create() {
        return new Fleet(TestTenant.create());
    }

    /** A VIN that no other test uses; built elsewhere, so its check digit is never wrong. */
    static String vin() {
        var digits = new StringBuilder("WBAZZZ");
        new Random().ints(11, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    static void run(String sql) throws SQLException {
        try (var connection = VehicleDatabase.system();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    UUID organization() throws SQLException {
        var id = UUID.randomUUID();
        run("insert into identity.organizations (tenant_id, id, name) values ('%s', '%s', 'Fleet')"
                .formatted(tenant.id(), id));
        return id;
    }

    ValidatableResponse post(String path, Map<String, ?> body) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(body)
                .post(ASSETS + path)
                .then();
    }

    String asset(Map<String, ?> body) {
        return post("", body).statusCode(201).extract().path("id");
    }

    /** With all mandatory fields, and some more. */
    String complete(String vin) throws SQLException {
        return asset(Map.of(
                "vin", vin,
                "make", "BMW",
                "model", "320",
                "year", 2019,
                "owner_org_id", organization().toString(),
                "license_plate", "B AB 123",
                "odometer_value", 52000,
                "odometer_unit", "km",
                "fuel", "diesel",
                "first_registration_date", "2019-03-01"));
    }

    String verified() throws SQLException {
        var id = complete(vin());
        post("/" + id + "/verify", Map.of()).statusCode(200);
        return id;
    }

    ValidatableResponse get(String path) {
        return tenant.as("viewer").get(ASSETS + path).then();
    }

    ValidatableResponse patch(String id, String ifMatch, String json) {
        var request = tenant.manager().contentType(ContentType.JSON).body(json);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(ASSETS + "/" + id).then();
    }
}
