package org.quartermaster.catalog.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogDatabase;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestTenant;

/** A published tender becomes a request of those who subscribed to its code, and of nobody else. */
@CatalogTest
class TenderConsumerTest {
    private static final String ITEMS = """
            [{"description": "Safety helmet", "quantity": 12, "unit": "pcs", "cpv_code": "18141000-9", "lot_id": "L1"},
             {"description": "Work gloves", "quantity": -1}]
            """;

    private final TestTenant tenant = TestTenant.create();
    private final String tender = "ocds-" + UUID.randomUUID();

    private static void subscribe(TestTenant tenant, String json) {
        tenant.post("/api/v1/tender-subscriptions", json).statusCode(201);
    }

    private String publish(String members) {
        return ForeignEvents.publish(
                "procurement",
                "public",
                "tender",
                "published",
                "{\"tender_id\": \"%s\", \"title\": \"Protective clothing\", \"cpv_codes\": [\"18141000-9\"]%s}"
                        .formatted(tender, members));
    }

    private static String found(TestTenant tenant) {
        await("the request of the tender").atMost(Duration.ofSeconds(60)).untilAsserted(() -> tenant.as("viewer")
                .get("/api/v1/rfps?source=tender&analysis_status=analyzed")
                .then()
                .body("items", hasSize(1)));
        return "/api/v1/rfps/" + tenant.as("viewer").get("/api/v1/rfps").path("items[0].id");
    }

    @Test
    void itsItemsBecomeLinesWithTheCommoditiesOfTheirCodes() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run("""
                    insert into catalog.unspsccode (code, title, source) values ('46000000', 'Safety equipment', 'test')
                    on conflict do nothing
                    """);
            system.run("""
                    insert into catalog.cpvunspscmapping (cpv_prefix, unspsc_code, weight) values ('18141', '46000000', 1)
                    on conflict do nothing
                    """);
        }
        subscribe(tenant, "{\"cpv_prefix\": \"18\"}");

        publish("""
                , "procuring_entity": "City of Ohrid", "closing_date": "2030-05-31T10:00:00Z", "estimated_value": 9000.5,
                "estimated_currency": "EUR", "items": %s
                """.formatted(ITEMS));

        var path = found(tenant);
        tenant.as("viewer")
                .get(path)
                .then()
                .body("source_ref", is(tender))
                .body("client_name", is("City of Ohrid"))
                .body("deadline", is("2030-05-31"))
                .body("currency", is("EUR"));
        tenant.as("viewer")
                .get(path + "/lines")
                .then()
                .body("items.description", contains("Safety helmet", "Work gloves"))
                .body("items.quantity*.toInteger()", contains(12, null))
                .body("items.unspsc_hint", contains("46000000", "46000000"));
    }

    @Test
    void itsLotsAreNamedOnTheLinesThatBelongToThem() {
        subscribe(tenant, "{\"cpv_prefix\": \"18\"}");

        publish("""
                , "lots": [{"lot_id": "L1", "title": "Heads"}, {"lot_id": "L2", "title": null}],
                "items": [{"description": "Safety helmet", "lot_id": "L1"}, {"description": "Boots", "lot_id": "L2"},
                  {"description": "Gloves", "lot_id": "L3"}, {"description": "Vest"}]
                """);

        tenant.as("viewer")
                .get(found(tenant) + "/lines")
                .then()
                .body("items.lot", contains("L1 Heads", "L2", "L3", null));
    }

    @Test
    void withoutItemsItsTextIsRead() {
        subscribe(tenant, "{\"cpv_prefix\": \"18141000\"}");

        publish(", \"description\": \"1. Safety helmet - 5 pcs\\n2. Ear muffs - 7 pcs\"");

        tenant.as("viewer").get(found(tenant) + "/lines").then().body("items.quantity*.toInteger()", contains(5, 7));
    }

    @Test
    void withoutItemsAndTextItsTitleIsTheOnlyLine() {
        subscribe(tenant, "{\"cpv_prefix\": \"1814\"}");

        publish("");

        tenant.as("viewer")
                .get(found(tenant) + "/lines")
                .then()
                .body("items.description", contains("Protective clothing"))
                .body("items.quantity", contains((Object) null));
    }

    @Test
    void whoDidNotSubscribeToItGetsNothingAndATwiceToldOneComesOnce() {
        var small = TestTenant.create();
        var other = TestTenant.create();
        subscribe(tenant, "{\"cpv_prefix\": \"18\", \"min_value\": 100}");
        subscribe(small, "{\"cpv_prefix\": \"18\", \"max_value\": 100}");
        subscribe(other, "{\"cpv_prefix\": \"45\"}");

        publish(", \"estimated_value\": 5000");
        publish(", \"estimated_value\": 5000");
        // NB: events are taken in their order, so the marker's request says that those before were taken.
        var marker = TestTenant.create();
        subscribe(marker, "{\"cpv_prefix\": \"99\"}");
        ForeignEvents.publish(
                "procurement",
                "public",
                "tender",
                "published",
                "{\"tender_id\": \"m-%s\", \"title\": \"Marker\", \"cpv_code\": \"99000000\"}".formatted(tender));

        found(marker);
        found(tenant);
        for (var nobody : new TestTenant[] {small, other}) {
            nobody.as("viewer").get("/api/v1/rfps").then().body("items", hasSize(0));
        }
    }

    @Test
    void whatCannotBeKeptInOneTenantKeepsNothingFromTheOthers() throws Exception {
        var pair = Stream.of(TestTenant.create(), TestTenant.create())
                .sorted(Comparator.comparing(TestTenant::id))
                .toList();
        pair.forEach(each -> subscribe(each, "{\"cpv_prefix\": \"18\"}"));

        try (var busy = CatalogDatabase.as("catalog_app");
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', '%s', true)"
                    .formatted(pair.get(1).id()));
            statement.execute("""
                    insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type, source, source_ref)
                    values ('%s', 'T', 'rfp/t', 'text/plain', 'tender', '%s')
                    """.formatted(pair.get(1).id(), tender));
            publish("");

            found(pair.get(0));
            busy.rollback();
        }

        found(pair.get(1));
    }

    @Test
    void theSameEventTwiceIsOneRequest() {
        subscribe(tenant, "{\"cpv_prefix\": \"18\"}");
        var data = "{\"tender_id\": \"%s\", \"title\": \"Helmets\", \"cpv_code\": \"18141000\"}".formatted(tender);
        var id = UUID.randomUUID().toString();

        ForeignEvents.publishAs(id, "procurement", "public", "tender", "published", data);
        ForeignEvents.publishAs(id, "procurement", "public", "tender", "published", data);
        var later = TestTenant.create();
        subscribe(later, "{\"cpv_prefix\": \"98\"}");
        ForeignEvents.publish("procurement", "public", "tender", "published", data.replace("18141000", "98000000"));

        found(later);
        found(tenant);
        assertThat(new Shop(tenant).events("rfp.received")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"items\": \"helmets\"",
                "\"items\": [{\"description\": \"helmet\", \"quantity\": \"many\"}]",
                "\"cpv_codes\": \"18141000\"",
                "\"title\": {\"en\": \"Helmets\"}",
                "\"lots\": [\"L1\"]",
                "\"closing_date\": \"soon\"",
                "\"estimated_value\": \"a lot\""
            })
    void aTenderWithAWrongMemberIsADeadLetter(String member) {
        subscribe(tenant, "{\"cpv_prefix\": \"18\"}");

        ForeignEvents.publish(
                "procurement",
                tenant.id(),
                "tender",
                "published",
                "{\"cpv_code\": \"18141000\", %s}".formatted(member));

        await("a dead letter").untilAsserted(() -> tenant.as("admin")
                .get("/q/dead-letters")
                .then()
                .statusCode(200)
                .body("items.error", contains(containsString("cannot be read"))));
        tenant.as("viewer").get("/api/v1/rfps").then().body("items", hasSize(0));
    }

    @Test
    void aSubscriptionIsMadeReplacedAndEnded() {
        var path = tenant.post("/api/v1/tender-subscriptions", "{\"cpv_prefix\": \"1814\"}")
                .statusCode(201)
                .body("draft_quotation", is(true))
                .extract()
                .header("Location");

        tenant.post("/api/v1/tender-subscriptions", "{\"cpv_prefix\": \"1814\"}")
                .statusCode(409);
        tenant.post("/api/v1/tender-subscriptions", "{\"cpv_prefix\": \"18A\"}")
                .statusCode(422)
                .body("code", is("cpv.form"));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"cpv_prefix\": \"1815\", \"is_active\": false}")
                .put(path)
                .then()
                .statusCode(200)
                .body("is_active", is(false));
        tenant.as("operator").delete(path).then().statusCode(403);
        TestTenant.create().manager().delete(path).then().statusCode(404);
        tenant.manager().delete(path).then().statusCode(204);
        tenant.as("viewer").get("/api/v1/tender-subscriptions").then().body("items", hasSize(0));
    }
}
