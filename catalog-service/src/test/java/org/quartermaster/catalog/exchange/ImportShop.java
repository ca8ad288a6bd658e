package org.quartermaster.catalog.exchange;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.product.Shelf;

/** The files that one test imports, and what came of them. */
record ImportShop(Shelf shelf) {
    static ImportShop create() {
        return new ImportShop(Shelf.create());
    }

    JsonPath load(String kind, String csv) {
        return load(kind, csv, Map.of());
    }

    JsonPath load(String kind, String csv, Map<String, String> options) {
        return load(kind, csv.getBytes(StandardCharsets.UTF_8), options);
    }

    /** The job when it is done. */
    JsonPath load(String kind, byte[] file, Map<String, String> options) {
        return ended(send(kind, file, options));
    }

    /** The path of the job that a file becomes. */
    String send(String kind, byte[] file, Map<String, String> options) {
        var request = shelf.tenant().manager().multiPart("file", "list", file, "application/octet-stream");
        options.forEach(request::multiPart);
        return request.post("/api/v1/imports/" + kind)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** The job of a path when it is done. */
    JsonPath ended(String location) {
        return await("the import")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> shelf.tenant().manager().get(location).jsonPath(),
                        job -> job.getString("finished_at") != null);
    }

    /** All errors of a job. */
    String errors(JsonPath job) {
        return shelf.tenant()
                .manager()
                .get("/api/v1/jobs/" + job.getString("job_id") + "/errors.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    JsonPath get(String path) {
        return shelf.tenant()
                .manager()
                .get("/api/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A value that the app role reads; {@code :t} is the tenant. */
    String value(String sql) {
        try (var session = CatalogSession.in(shelf.tenant().id())) {
            return session.value(sql.replace(":t", "'" + shelf.tenant().id() + "'"));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** How many events of a kind the tenant has. */
    int events(String subject) {
        try (var system = CatalogSession.as("catalog_system")) {
            return Integer.parseInt(
                    system.value("select count(*) from platform.outbox where tenant_id = '%s' and subject like '%%.%s'"
                            .formatted(shelf.tenant().id(), subject)));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
