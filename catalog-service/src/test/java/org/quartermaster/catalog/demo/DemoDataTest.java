package org.quartermaster.catalog.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.ForeignEvents;

/** What a newcomer finds; the service runs as the local stack starts it. */
@CatalogTest
@TestProfile(DemoDataTest.DemoMode.class)
class DemoDataTest {
    private static final String TENDER = """
            {"tender_id": "ocds-of-the-demo", "title": "Work gloves for foresters", "cpv_code": "18141000-9",
             "procuring_entity": "Forest office",
             "items": [{"description": "GL-400-L Nitrile glove, size L", "quantity": 50, "unit": "pairs"}]}
            """;
    private static final String ALERT = """
            {"alert_id": "alert_of_the_demo", "equipment_id": "eq_001", "equipment_name": "John Deere 8R 410",
             "equipment_type": "tractor", "brand": "John Deere", "model": "8R 410", "maintenance_type": "oil_change",
             "description": "Engine oil change required", "priority": "medium", "due_at": null}
            """;

    @Inject
    DemoData demo;

    /** As the local stack starts the service. */
    public static final class DemoMode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qm.auth", "demo", "qm.enrichment.every", "PT0.2S");
        }
    }

    /** NB: the articles of other tests would be enriched before those of the demo. */
    @BeforeAll
    static void leaveTheArticlesOfOthers() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run("""
                    update catalog.product set enrichment_status = 'incomplete'
                    where enrichment_status in ('pending', 'running') and tenant_id <> 'tenant_demo'
                    """);
        }
    }

    /** While the demo is still on its way, without which nobody would have subscribed to it. */
    @BeforeAll
    static void aTenderIsPublished() {
        ForeignEvents.publish("procurement", "public", "tender", "published", TENDER);
    }

    @BeforeEach
    void awaitTheDemo() {
        await("the demo")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    private static void awaitQuotations(String status, int count) {
        await("quotations that are " + status)
                .untilAsserted(() -> get("/quotations?status=" + status).body("total", equalTo(count)));
    }

    private static void awaitEnrichment() {
        await("the enrichment of all articles").atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            get("/products?limit=1&enrichment_status=pending").body("total", equalTo(0));
            get("/products?limit=1&enrichment_status=running").body("total", equalTo(0));
        });
    }

    /** What was told and noted, which everything that is written is. */
    private static String told() throws SQLException {
        return value("""
                select concat_ws(' ', (select count(*) from platform.outbox where tenant_id in ('tenant_demo', 'public')),
                  (select count(*) from catalog.activitylog where tenant_id = 'tenant_demo'))
                """);
    }

    /** NB: a set of specifications that is given again takes the place of those that were read. */
    private static String made() throws SQLException {
        return value("""
                select concat_ws(' ', (select count(*) from catalog.product where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.productcertification where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.productspecification where tenant_id = 'tenant_demo' and source <> 'parsed'),
                  (select count(*) from catalog.productpricing where tenant_id = 'tenant_demo' and superseded_at is null),
                  (select count(*) from catalog.stockmovement where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.maintenancekit where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.rfpline where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.quotation where tenant_id = 'tenant_demo'),
                  (select count(*) from catalog.taskhazardmapping where tenant_id is null))
                """);
    }

    private static String value(String sql) throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            return system.value(sql);
        }
    }

    @Test
    void aHundredArticlesLieInThreeWarehouses() {
        get("/products?limit=1").body("total", equalTo(108));
        get("/warehouses").body("items.code", containsInAnyOrder("MAIN", "NORTH", "VAN"));
        get("/customers").body("total", equalTo(4));
        get("/customer-groups").body("total", equalTo(2));
        get("/inventory/verify").body("ok", equalTo(true));
        get("/inventory/alerts").body("items.size()", equalTo(4));
        get("/products/by-sku/vt-rh26?include=price,stock,classification")
                .body("name_ar", notNullValue())
                .body("base_price", equalTo(289.0f));
        get("/products/by-sku/GH-BAT-T40").body("base_price", nullValue());
    }

    @Test
    void allArticlesAreEnriched() {
        awaitEnrichment();

        get("/products?limit=1&enrichment_status=enriched").body("total", greaterThan(0));
        get("/products?limit=1&enrichment_status=failed").body("total", equalTo(0));
    }

    @Test
    void wordsFindArticlesInTwoScripts() {
        get("/products/search?q=hamer dril").body("items.size()", greaterThan(0));
        get("/products/search?q=gl400l").body("items[0].sku", equalTo("GL-400-L"));
        get("/products/search?q=مطرقة").body("items[0].sku", equalTo("HP-HAM-16"));
        get("/products/search?q=18 V&feature=EF002826:le:2 kg").body("items.sku", hasItem("VT-HD18"));
    }

    @Test
    void requestsAreReadAndQuotationsOfEveryState() {
        get("/rfps?source=upload")
                .body("total", equalTo(5))
                .body("items.analysis_status", everyItem(equalTo("analyzed")));
        awaitQuotations("expired", 1);
        awaitQuotations("draft", 2);
        awaitQuotations("sent", 2);
        for (var status : new String[] {"accepted", "rejected", "superseded", "cancelled"}) {
            awaitQuotations(status, 1);
        }
        get("/reservations?state=held").body("items", hasSize(1));
        long drafted = get("/quotations?client_name=Harbour Works&status=draft")
                .extract()
                .jsonPath()
                .getLong("items[0].id");
        get("/quotations/" + drafted)
                .body("line_items", hasSize(12))
                .body("line_items.find { it.line_no == 12 }.price_status", equalTo("missing"));
    }

    @Test
    void aTenderThatCameMeanwhileHasItsDraft() {
        await("the draft of the tender").untilAsserted(() -> get("/rfps?source=tender")
                .body("items.source_ref", contains("ocds-of-the-demo"))
                .body("items[0].state", equalTo("quoted")));
    }

    @Test
    void anAlertOfTheTractorIsToldItsPartsAndEquipment() {
        ForeignEvents.publish("equipment", "tenant_demo", "alert", "raised", ALERT);

        await("the recommendation").untilAsserted(() -> get("/recommendations")
                .body("items.source_ref", hasItem("alert_of_the_demo"))
                .body("items[0].items.sku", hasItems("GH-OIL-15W40", "GH-FLT-8R-OIL"))
                .body("items[0].items.findAll { it.kind == 'ppe' }.standards.flatten()", hasItem("29 CFR 1910.138")));
    }

    @Test
    void theSafetyDeskKnowsTheTasksAndItsArticles() {
        given().contentType(ContentType.JSON)
                .body("{\"task\": \"drilling concrete\"}")
                .post("/api/v1/safety/assess")
                .then()
                .statusCode(200)
                .body("matched[0].task_id", equalTo("drill_concrete"))
                .body("hazards.code", hasItems("silica_dust", "noise", "flying_particles"))
                .body("ppe.mandatory.ppe_code", hasItems("ear_muff", "eye_goggles", "respirator_dust"));
    }

    @Test
    void aLoadThatWasBrokenOffIsGoneOnWith() throws Exception {
        awaitQuotations("expired", 1);
        awaitQuotations("draft", 2);
        awaitEnrichment();
        var before = made();

        demo.write();

        assertThat(made()).isEqualTo(before);
    }

    @Test
    void allOfItComesOnceHoweverOftenItStarts() throws Exception {
        awaitQuotations("expired", 1);
        awaitQuotations("draft", 2);
        awaitEnrichment();
        var before = told();

        demo.load();

        assertThat(told()).isEqualTo(before);
    }
}
