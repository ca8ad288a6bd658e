package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.vehicle.VehicleTest;

/** Imports that are tried once more. */
@VehicleTest
class RetriesTest {
    private final Sender sender = Sender.create();

    @Inject
    Spool spool;

    @Test
    void aRejectedFileIsImportedOnceMoreAsANewImport() {
        var rejected = sender.ended(sender.send("Lot number,VIN\n1,2\n", "&name=bad"));

        var again = sender.post(rejected, "retry", "")
                .statusCode(202)
                .body("import_id", not(is(rejected.getString("import_id"))))
                .body("name", is("bad"))
                .extract();

        assertThat(again.header("Location")).isEqualTo("/api/v1/jobs/" + again.path("import_id"));
        assertThat(sender.ended(again.response()).getString("error.code")).isEqualTo("header_missing_columns");
        sender.get("/api/v1/imports/" + rejected.getString("import_id")).body("state", is("rejected"));
    }

    @Test
    void aFileThatIsGoneHasToBeSentAgain() {
        var rejected = sender.ended(sender.send("<html>", ""));
        spool.drop(UUID.fromString(rejected.getString("import_id")));

        sender.post(rejected, "retry", "").statusCode(409).body("code", is("import_file_gone"));
    }

    @Test
    void whatIsLoadedIsNotTriedAgain() {
        var loaded = sender.ended(sender.send(Sender.file(Sender.lots(1)), ""));

        sender.post(loaded, "retry", "").statusCode(409).body("code", is("invalid_transition"));
        sender.tenant().as("data-admin").post("/api/v1/imports/x/retry").then().statusCode(404);
    }
}
