package org.quartermaster.procurement.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.TestTender;

/** What happens in the other services is told to those who manage, once. */
@ProcurementTest
class NewsTest {
    private final TestOrganization organization = TestOrganization.create();

    private List<String> notices() throws SQLException {
        try (var system = ProcurementDatabase.system()) {
            return Sql.query(system, """
                    select m.roles[1] || ' ' || n.type || ' ' || n.title || ' ' || n.message
                    from procurement.notifications n
                    join procurement.organization_members m on m.tenant_id = n.tenant_id and m.user_id = n.user_id
                    where n.tenant_id = ? order by n.type, m.roles[1]
                    """, row -> row.getString(1), organization.tenant());
        }
    }

    private void awaitNotices(String... expected) {
        await("the managers are told").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(notices())
                .containsExactly(expected));
    }

    @Test
    void aDraftedQuotationIsToldAndKeptAsAnAnalysis() {
        var data = """
                {"quotation_id": "q1", "quotation_number": "Q-2026-1", "tender_id": "unknown-here", "total_amount": 1200.50,
                 "currency": "EUR", "items_count": 4, "lines_total": 5, "lines_matched": 3}
                """;
        var id = UUID.randomUUID().toString();
        ForeignEvents.publishAs(id, "catalog", organization.tenant(), "quotation", "drafted", data);
        ForeignEvents.publishAs(id, "catalog", organization.tenant(), "quotation", "drafted", data);

        awaitNotices(
                "admin quotation Quotation Q-2026-1 drafted 3 of 5 lines matched, total 1200.50 EUR.",
                "manager quotation Quotation Q-2026-1 drafted 3 of 5 lines matched, total 1200.50 EUR.");
        organization
                .as("viewer")
                .get("/api/v1/history/analyses")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].analysis_type", equalTo("quotation_drafted"))
                .body("items[0].tender_id", nullValue())
                .body("items[0].results.quotation_number", equalTo("Q-2026-1"))
                .body("items[0].results.id", equalTo("x"))
                .body("items[0].results.lines_matched", equalTo(3));
    }

    private void publishTwice(String service, String entity, String verb, String data) {
        var id = UUID.randomUUID().toString();
        ForeignEvents.publishAs(id, service, organization.tenant(), entity, verb, data);
        ForeignEvents.publishAs(id, service, organization.tenant(), entity, verb, data);
    }

    @Test
    void theTenderOfAQuotationShowsItToItsTenantAlone() {
        var tender = TestTender.of(TestTender.newSource(), "Gloves").insert();
        publishTwice("catalog", "quotation", "drafted", """
                {"quotation_number": "Q-2026-2", "tender_id": "%s", "total_amount": 10.25, "currency": "EUR",
                 "items_count": 1, "lines_total": 2, "lines_matched": 1}
                """.formatted(tender));

        await("the quotation").atMost(Duration.ofSeconds(30)).untilAsserted(() -> organization
                .as("viewer")
                .get("/api/v1/tenders/" + tender)
                .then()
                .body("quotations.quotation_number", contains("Q-2026-2"))
                .body("quotations[0].total_amount", equalTo(10.25f))
                .body("quotations[0].lines_matched", equalTo(1))
                .body("quotations[0].lines_total", equalTo(2)));
        TestOrganization.create()
                .as("viewer")
                .get("/api/v1/tenders/" + tender)
                .then()
                .body("quotations.size()", equalTo(0));
    }

    @Test
    void whatHappensToATenantThatIsUnknownHereIsPassedOver() {
        var unknown = "t_unknown" + UUID.randomUUID().toString().replace("-", "");
        ForeignEvents.publish("catalog", unknown, "quotation", "drafted", "{\"quotation_number\": \"Q-1\"}");
        ForeignEvents.publish("catalog", unknown, "inventory", "low", "{\"sku\": \"S-1\"}");
        ForeignEvents.publish("equipment", unknown, "alert", "raised", "{\"equipment_name\": \"E-1\"}");
        for (var service : List.of("catalog inventory low", "equipment alert raised", "catalog quotation drafted")) {
            var words = service.split(" ");
            ForeignEvents.publish(words[0], organization.tenant(), words[1], words[2], "{}");
        }

        await("the events after them")
                .atMost(Duration.ofSeconds(30))
                .until(() -> notices().size() == 6);
        assertThat(TestRows.texts("""
                        select tenant_id from procurement.notifications where tenant_id = ?
                        union all select tenant_id from procurement.analysis_history where tenant_id = ?
                        union all select tenant_id from platform.dead_letter where tenant_id = ?
                        """, unknown, unknown, unknown)).isEmpty();
    }

    @Test
    void lowStockAndAlertsOfMachinesAreTold() {
        publishTwice("catalog", "inventory", "low", """
                {"product_id": "p1", "sku": "FILTER-9", "warehouse": "main", "available": 2, "reorder_quantity": 10}
                """);
        publishTwice("equipment", "alert", "raised", """
                {"alert_id": "a1", "equipment_id": "eq1", "equipment_name": "Excavator 1", "description": "Oil change due",
                 "priority": "high", "due_at": null}
                """);

        awaitNotices(
                "admin equipment [high] Excavator 1 Oil change due",
                "manager equipment [high] Excavator 1 Oil change due",
                "admin inventory Low stock: FILTER-9 2 available in main.",
                "manager inventory Low stock: FILTER-9 2 available in main.");
    }
}
