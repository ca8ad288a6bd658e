package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** What the log says of a request, and what it never says. */
@EquipmentTest
class LogTest {
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");
    private static final String SECRET = "Umm-Salma-0501234567";

    private final TestTenant tenant = TestTenant.create();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Map<String, String>> fields = new ConcurrentLinkedQueue<>();
    private final Logger root = LogManager.getLogManager().getLogger("");
    private final ExtHandler ear = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord record) {
            lines.add(MESSAGE.format(record) + " " + record.getThrown());
            fields.add(record.getMdcCopy());
        }
    };

    @BeforeEach
    void listen() {
        ear.setLevel(Level.INFO);
        root.addHandler(ear);
    }

    @AfterEach
    void stop() {
        root.removeHandler(ear);
    }

    @Test
    void aLineOfARequestNamesItItsTenantAndItsTrace() {
        tenant.as("viewer")
                .header("X-Request-Id", "req-of-this-test")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/probe/log")
                .then()
                .statusCode(204);

        assertThat(fields).anySatisfy(line -> assertThat(line)
                .containsEntry("request_id", "req-of-this-test")
                .containsEntry("tenant", tenant.id())
                .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void neitherTokensNorKeysNorWhatPeopleWroteAreLogged() {
        var token = TestIssuer.shared().token(tenant.id(), "operator") + "x";
        given().auth().oauth2(token).get("/api/v1/equipment").then().statusCode(401);
        given().header("X-API-Key", SECRET).get("/api/v1/equipment").then().statusCode(401);
        for (var body : new String[] {
            "{\"name\": \"" + SECRET + "\"", "{\"name\": 5, \"" + SECRET + "\": 1}", "{\"vin\": \"" + SECRET + "\"}"
        }) {
            tenant.manager()
                    .contentType("application/json")
                    .body(body)
                    .queryParam("q", SECRET)
                    .post("/api/v1/equipment");
        }

        assertThat(lines).noneMatch(line -> line.contains(SECRET) || line.contains(token));
    }
}
