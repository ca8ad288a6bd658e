package org.quartermaster.equipment.exchange;

import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.quartermaster.platform.testing.TestTenant;

/** Sends files of machines and waits for what becomes of them. */
record Files(TestTenant tenant) {
    static final String PATH = "/api/v1/equipment";

    String created(String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    ValidatableResponse machine(String id) {
        return tenant.manager().get(PATH + "/" + id).then().statusCode(200);
    }

    String export(String query) {
        return tenant.as("viewer")
                .get(PATH + "/export" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    ValidatableResponse post(byte[] file, String query) {
        return tenant.manager()
                .contentType("text/csv")
                .body(file)
                .post(PATH + "/import" + query)
                .then();
    }

    /** The job of the file, at its end. */
    ValidatableResponse imported(String file, String query) {
        return finished(started(file.getBytes(StandardCharsets.UTF_8), query));
    }

    String started(byte[] file, String query) {
        return post(file, query).statusCode(202).extract().header("Location");
    }

    ValidatableResponse finished(String job) {
        await("the import").atMost(Duration.ofSeconds(120)).until(() -> List.of("succeeded", "failed", "cancelled")
                .contains(tenant.manager()
                        .get(job)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("state")));
        return tenant.manager().get(job).then();
    }

    int total() {
        return tenant.manager().get(PATH + "?limit=1").then().extract().path("total");
    }
}
