package org.quartermaster.catalog.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Every change stands in the log, and the log shows when somebody tampered with it. */
@CatalogTest
class ActivityTest {
    private static final String LIST = "/api/v1/activity";
    private static final String VERIFY = LIST + "/verify";
    private static final String KITS = "/api/v1/maintenance-kits";
    private static final String KIT = """
            {"maintenance_type": "oil_change", "name": "%s",
             "items": [{"kind": "part", "selector": {"unspsc": "15121500"}, "quantity": 4}]}
            """;

    private final TestTenant tenant = TestTenant.create();

    private String kit(String name) {
        return tenant.post(KITS, KIT.formatted(name))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void rename(String id, String name) {
        tenant.manager()
                .contentType(ContentType.JSON)
                .header("User-Agent", "a browser")
                .body(KIT.formatted(name))
                .put(KITS + "/" + id)
                .then()
                .statusCode(200);
    }

    /** Changes rows as one who owns the database and shuns no means. */
    private void tamper(String sql) throws SQLException {
        try (var owner = CatalogSession.as("catalog_owner")) {
            for (var table : List.of("activitylog", "activitychain")) {
                owner.run("alter table catalog.%s disable trigger user".formatted(table));
                owner.run("alter table catalog.%s disable row level security".formatted(table));
            }
            owner.run(sql.formatted(tenant.id()));
            for (var table : List.of("activitylog", "activitychain")) {
                owner.run("alter table catalog.%s enable row level security".formatted(table));
                owner.run("alter table catalog.%s enable trigger user".formatted(table));
            }
        }
    }

    private String row(String kit) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value("select id from catalog.activitylog where entity_id = '%s'".formatted(kit));
        }
    }

    /** Three kits, whose rows are chained. */
    private List<String> kits() {
        var kits = List.of(kit("first"), kit("second"), kit("third"));
        await("the log is chained").untilAsserted(() -> tenant.manager()
                .get(VERIFY)
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("rows", equalTo(3))
                .body("pending", equalTo(0))
                .body("first_bad", nullValue()));
        return kits;
    }

    private void expectBad(String row) {
        tenant.manager()
                .get(VERIFY)
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("first_bad", equalTo(Integer.valueOf(row)));
    }

    @Test
    void aChangeIsLoggedWithItsFieldsBeforeAndAfterAndWithWhoAskedForIt() {
        var id = kit("plain");

        rename(id, "better");

        tenant.manager()
                .queryParam("entity_type", "maintenance_kit")
                .queryParam("entity_id", id)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.action", contains("updated", "created"))
                .body("items[0].details.before", equalTo(Map.of("name", "plain")))
                .body("items[0].details.after", equalTo(Map.of("name", "better")))
                .body("items[0].actor_type", equalTo("user"))
                .body("items[0].ip_address", equalTo("127.0.0.1"))
                .body("items[0].user_agent", equalTo("a browser"))
                .body("items[0].request_id", notNullValue())
                .body("items[1].details", not(hasKey("before")))
                .body("items[1].details.after.name", equalTo("plain"));
    }

    @Test
    void aRefusedChangeLeavesNoRow() {
        tenant.post(KITS, KIT.formatted("x").replace("4", "0")).statusCode(422);

        tenant.manager().get(LIST).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void theLogIsForManagersOfTheTenant() {
        kit("ours");

        tenant.as("operator").get(LIST).then().statusCode(403);
        TestTenant.create().manager().get(LIST).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void aChangeOfWhatAllTenantsShareIsLoggedWithWhoMadeIt() {
        var shared = KIT.formatted("for all").replace("{\"maint", "{\"shared\": true, \"maint");
        var id = tenant.as("data-admin")
                .contentType(ContentType.JSON)
                .body(shared)
                .post(KITS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        tenant.as("data-admin").delete(KITS + "/" + id).then().statusCode(204);

        tenant.manager()
                .get(LIST)
                .then()
                .body("items.action", contains("deleted", "created"))
                .body("items[0].details.before.name", equalTo("for all"));
    }

    @Test
    void verifyNamesARowThatWasChanged() throws SQLException {
        var kits = kits();

        tamper("update catalog.activitylog set user_id = 'nobody' where tenant_id = '%s' and entity_id = '"
                + kits.get(1) + "'");

        expectBad(row(kits.get(1)));
    }

    @Test
    void verifyNamesARowThatWasRemoved() throws SQLException {
        var kits = kits();
        var last = row(kits.get(2));

        tamper("delete from catalog.activitylog where tenant_id = '%s' and entity_id = '" + kits.get(2) + "'");

        expectBad(last);
    }

    @Test
    void verifyNamesARowWhoseLinkWasCutOff() throws SQLException {
        var kits = kits();

        tamper("delete from catalog.activitychain where tenant_id = '%s' and seq = 3");

        expectBad(row(kits.get(2)));
    }

    @Test
    void filtersSortOutTheRest() {
        var id = kit("one");
        rename(id, "two");

        tenant.manager().queryParam("action", "created").get(LIST).then().body("items.action", contains("created"));
        tenant.manager()
                .queryParam("to", "2020-01-01T00:00:00Z")
                .get(LIST)
                .then()
                .body("items.size()", equalTo(0));
        tenant.manager().queryParam("action", "pondered").get(LIST).then().statusCode(422);
    }

    @Test
    void rowsThatWereThereAreChainedOnceEachHoweverManyTheyAre() throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run("""
                    insert into catalog.activitylog (tenant_id, entity_type, entity_id, action)
                    select '%s', 'product', n::text, 'imported' from generate_series(1, 1200) n
                    """.formatted(tenant.id()));
        }

        await("all rows are chained").untilAsserted(() -> tenant.manager()
                .get(VERIFY)
                .then()
                .body("ok", equalTo(true))
                .body("rows", equalTo(1200))
                .body("pending", equalTo(0)));
        tenant.manager().queryParam("limit", 5).get(LIST).then().body("items.entity_id", hasItem("1200"));
    }
}
