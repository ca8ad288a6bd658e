package org.quartermaster.platform.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document of a service's events is the one that it serves; a service's test extends it. */
public abstract class AsyncApiContract {
    static final Path COMMITTED = Path.of("src/main/asyncapi/asyncapi.yaml");
    private static final String UPDATE = "asyncapi.update";

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        var served = given().accept("application/vnd.aai.asyncapi+yaml")
                .get("/q/asyncapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        if (System.getProperty(UPDATE) != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertEquals(
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                served,
                "The events have changed. If that is meant, update " + COMMITTED + " and commit it: mvn -pl "
                        + Path.of("").toAbsolutePath().getFileName() + " -am test -Dtest=AsyncApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE);
    }
}
