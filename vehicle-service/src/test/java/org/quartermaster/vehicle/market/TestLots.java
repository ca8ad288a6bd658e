package org.quartermaster.vehicle.market;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;

/** Lots of a make that no other test has, and the search among them. */
record TestLots(TestTenant tenant, String make) {
    static TestLots create() {
        return new TestLots(TestTenant.create(), Market.make());
    }

    /** Searches among the lots of the make. */
    ValidatableResponse search(String query) {
        return all("make=" + make + (query.isEmpty() ? "" : "&" + query));
    }

    /** Searches among the lots of all makes. */
    ValidatableResponse all(String query) {
        return tenant.as("viewer").get("/api/v1/lots?" + query).then();
    }

    /** Adds a lot of the make, unless the columns name another one; its id. */
    int add(Map<String, ?> columns) throws SQLException {
        var all = new HashMap<String, Object>(Map.of("make", make));
        all.putAll(columns);
        return (int) Market.offer(all);
    }
}
