package org.quartermaster.catalog;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Products and warehouses of one test, and what it asks of their stock. */
public final class TestStock {
    private final TestTenant tenant = TestTenant.create();

    public TestTenant tenant() {
        return tenant;
    }

    /** A value that the app role reads or makes in the tenant. */
    public String sql(String statement) {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value(statement.replace(":t", "'" + tenant.id() + "'"));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    public void run(String statement) {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run(statement.replace(":t", "'" + tenant.id() + "'"));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A product that is counted in pieces. */
    public long product(String sku) {
        return Long.parseLong(sql("""
                insert into catalog.product (tenant_id, sku, name, slug) values (:t, '%1$s', '%1$s', '%1$s') returning id
                """.formatted(sku)));
    }

    /** A pack of so many pieces. */
    public void pack(long product, String code, int factor) {
        run("insert into catalog.productpack (tenant_id, product_id, code, factor) values (:t, %d, '%s', %d)"
                .formatted(product, code, factor));
    }

    public long warehouse(String code, int priority) {
        return tenant.post(
                        "/api/v1/warehouses",
                        "{\"code\":\"%s\",\"name\":\"%s\",\"priority\":%d}".formatted(code, code, priority))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public ValidatableResponse move(long product, long warehouse, String kind, String quantity) {
        return tenant.post(
                "/api/v1/stock-movements",
                "{\"product_id\":%d,\"warehouse_id\":%d,\"kind\":\"%s\",\"quantity\":%s}"
                        .formatted(product, warehouse, kind, quantity));
    }

    public void receive(long product, long warehouse, int quantity) {
        move(product, warehouse, "receipt", Integer.toString(quantity)).statusCode(201);
    }

    public ValidatableResponse reserve(String lines) {
        return tenant.post("/api/v1/reservations", "{\"reference\":\"R\",\"lines\":[" + lines + "]}");
    }

    /** A line of a reservation that says no more than what and how much. */
    public static String line(long product, int quantity) {
        return "{\"product_id\":%d,\"quantity\":%d}".formatted(product, quantity);
    }

    public ValidatableResponse inventory(long product, long warehouse) {
        return tenant.as("viewer")
                .get("/api/v1/inventory/" + product + "/" + warehouse)
                .then();
    }

    public String availability(long product) {
        return sql("select availability from catalog.product where id = " + product);
    }

    /** That stock, movements and reservations agree. */
    public void requireConsistent() {
        tenant.manager().get("/api/v1/inventory/verify").then().statusCode(200).body("ok", equalTo(true));
    }

    /** How many events of a kind, such as {@code inventory.low}, were published so far. */
    public int events(String kind) throws SQLException {
        try (var connection = LocalServers.adminConnection("catalog");
                var query = connection.prepareStatement(
                        "select count(*) from platform.outbox where tenant_id = ? and subject like ?")) {
            query.setString(1, tenant.id());
            query.setString(2, "%." + kind);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
