package org.quartermaster.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.testing.TestTenant;

/** A tenant that sells something, by requests in its name. */
public record Shop(TestTenant tenant) {

    public static Shop open() {
        return new Shop(TestTenant.create());
    }

    /** The first column of what a statement on the tenant's rows gives; {@code :t} in it stands for the tenant. */
    public String value(String sql) {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value(sql.replace(":t", "'" + tenant.id() + "'"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long product(String sku) {
        return Long.parseLong(value("""
                insert into catalog.product (tenant_id, sku, name, slug) values (:t, '%1$s', '%1$s', '%1$s') returning id
                """.formatted(sku)));
    }

    public void pack(long product, String code, int factor) {
        value(
                "insert into catalog.productpack (tenant_id, product_id, code, factor) values (:t, %d, '%s', %d) returning id"
                        .formatted(product, code, factor));
    }

    /** @param group null for none */
    public long customer(String code, Long group) {
        return Long.parseLong(value("""
                insert into catalog.customer (tenant_id, code, name, email, customer_group_id)
                values (:t, '%1$s', '%1$s', '%1$s@example.org', %2$s) returning id
                """.formatted(code, group)));
    }

    /** How many events of the name were published, such as {@code price.changed}. */
    public int events(String name) {
        try (var system = CatalogSession.as("catalog_system")) {
            return Integer.parseInt(
                    system.value("select count(*) from platform.outbox where tenant_id = '%s' and subject like '%%.%s'"
                            .formatted(tenant.id(), name)));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The data of the last event of the name. */
    public JsonNode event(String name) {
        try (var system = CatalogSession.as("catalog_system")) {
            return Json.stored(system.value("""
                            select envelope from platform.outbox where tenant_id = '%s' and subject like '%%.%s'
                            order by created_at desc limit 1
                            """.formatted(tenant.id(), name))).get("data");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public ValidatableResponse get(String path) {
        return tenant.as("viewer").get("/api/v1" + path).then();
    }

    /** The JSON that a path shows, with decimals as they are written. */
    public JsonNode read(String path) {
        return Json.stored(get(path).statusCode(200).extract().asString());
    }

    public ValidatableResponse post(String path, String json) {
        return tenant.post("/api/v1" + path, json);
    }

    /** Posts what must be made, and gives its id. */
    public long make(String path, String json) {
        return post(path, json).statusCode(201).extract().jsonPath().getLong("id");
    }

    public ValidatableResponse put(String path, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .put("/api/v1" + path)
                .then();
    }

    public ValidatableResponse patch(String role, String path, String json) {
        return tenant.as(role)
                .contentType(ContentType.JSON)
                .body(json)
                .patch("/api/v1" + path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return tenant.manager().delete("/api/v1" + path).then();
    }
}
