package org.quartermaster.vehicle;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.SchemaContract;

/** What this service says about its database, and its migrations by the names that older systems know. */
@VehicleTest
final class SchemaTest extends SchemaContract {
    SchemaTest() {
        super("vehicle", "vehicle.assets", "location_name");
    }

    @Test
    void theFirstTenMigrationsAreThoseOfTheSeed() {
        tenant.as("admin")
                .get("/q/migrations")
                .then()
                .body(
                        "findAll { it.version >= '0001' && it.version <= '0010' }.version",
                        is(List.of("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")))
                .body("find { it.version == '0005' }.status", is("superseded"))
                .body("find { it.version == '0005' }.superseded_by", is("0006"))
                .body("find { it.version == '0005' }.checksum", nullValue())
                .body("find { it.version == '0001' }.origin_applied_at", is("2025-09-21 00:02"))
                .body("find { it.version == '0001' }.name", is("init"))
                .body("find { it.version == '0006' }.name", is("vin_normalized_ck_uidx"))
                .body("find { it.version == '0006' }.depends", is(List.of("0004")));
    }

    @Test
    void noTableIsUnknownToTheService() {
        tenant.as("admin").get("/q/schema").then().body("shadow", empty());
    }
}
