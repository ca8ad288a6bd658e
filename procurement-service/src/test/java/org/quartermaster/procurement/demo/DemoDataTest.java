package org.quartermaster.procurement.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

/** What a newcomer finds. NB: tenders are of no tenant, so that one team is there when they come. */
@ProcurementTest
class DemoDataTest {
    private static final TestOrganization TEAM = TestOrganization.create();
    private static final String ALL = "/api/v1/tenders?source=demo-mk,demo-sr,demo-en";
    private static final String SALT = "ocds-qmdemo-mk-002";

    @Inject
    DemoData demo;

    private static Caller member(String role) {
        return new Caller(TEAM.tenant(), TEAM.user(role).toString(), Roles.expand(List.of(role)), null, null);
    }

    @BeforeEach
    void start() {
        TestChange.plan(TEAM, "enterprise");
        demo.write(member("admin"), member("manager"));
    }

    private static ValidatableResponse get(String path) {
        return TEAM.as("admin").get(path).then().statusCode(200);
    }

    private static List<String> stored() {
        return TestRows.texts("""
                select concat_ws(' ', (select count(*) from procurement.ocds_releases where source_id like 'demo-%'),
                  (select count(*) from procurement.tender_changes where tender_id like 'ocds-qmdemo-%'),
                  (select count(*) from procurement.tender_documents where tender_id like 'ocds-qmdemo-%'),
                  (select count(*) from procurement.alerts where tenant_id = t.id),
                  (select count(*) from procurement.saved_searches where tenant_id = t.id),
                  (select count(*) from procurement.messages where tenant_id = t.id))
                from (select cast(? as text) as id) t
                """, TEAM.tenant());
    }

    @Test
    void allOfItComesOnceHoweverOftenItStarts() {
        start();

        assertThat(stored()).containsExactly("33 33 3 2 1 2");
    }

    @Test
    void aStartThatWasBrokenOffIsGoneOnWith() {
        TestRows.update("delete from procurement.message_threads where tenant_id = ?", TEAM.tenant());

        start();

        assertThat(stored()).containsExactly("33 33 3 2 1 2");
    }

    @Test
    void thirtyTendersAreOfAllKinds() {
        get(ALL + "&facets=status,currency")
                .body("total", equalTo(30))
                .body(
                        "facets.status.values.collectEntries { [it.value, it.count] }",
                        equalTo(Map.of("open", 15, "awarded", 5, "cancelled", 3, "closed", 4, "planned", 3)))
                .body("facets.currency.unknown", equalTo(5));
        get("/api/v1/tenders/ocds-qmdemo-mk-009")
                .body("estimated_value", nullValue())
                .body("closing_date", nullValue())
                .body("cpv_code", nullValue());
        get("/api/v1/tenders/ocds-qmdemo-mk-003")
                .body("winner", equalTo("Патоградба Рид ДОО"))
                .body("contracts", hasSize(1));
    }

    @Test
    void theTenderForGlovesHasWhatAnOfferNeeds() {
        get(ALL + "&q=rabotni rakavici").body("items.tender_id", hasItem(DemoTenders.GLOVES));
        get(ALL + "&cpv=18141000&cpv_scope=main").body("items.tender_id", contains(DemoTenders.GLOVES));
        get("/api/v1/tenders/" + DemoTenders.GLOVES)
                .body("status", equalTo("open"))
                .body("items.cpv_code", equalTo(List.of("18141000-9", "18141000-9", "18141000-9", "18141000-9")))
                .body("lots", hasSize(2))
                .body("documents_count", equalTo(2));
        await("the texts of the documents").until(() -> TestRows.texts("""
                        select distinct extraction_status from procurement.tender_documents
                        where tender_id like 'ocds-qmdemo-%' and file_path is not null
                        """).equals(List.of("success")));
    }

    @Test
    void theTeamIsToldOfWhatItsAlertsMeetAndOfTheDeadlineThatMoved() {
        await("the matches").until(() -> matches().size() == 7);

        assertThat(matches())
                .containsExactly(
                        "Gloves and workwear: en-001 published",
                        "Gloves and workwear: mk-001 published",
                        "Gloves and workwear: mk-012 published",
                        "Winter service: en-003 published",
                        "Winter service: mk-002 deadline_moved",
                        "Winter service: mk-002 published",
                        "Winter service: sr-001 published");
        get("/api/v1/notifications?type=alert_match")
                .body("total", equalTo(7))
                .body(
                        "items.find { it.message == 'deadline moved: Winter service' }.title",
                        equalTo("Набавка на сол за зимско одржување на патишта"));
        get("/api/v1/tenders/" + SALT + "/history").body("items.classes.flatten()", hasItem("deadline_moved"));
        get("/api/v1/message-threads").body("items.tender_id", contains(DemoTenders.GLOVES));
    }

    private static List<String> matches() {
        return TestRows.texts("""
                select concat(a.name, ': ', right(m.tender_id, 6), ' ', array_to_string(m.change_classes, ' ')) collate "C"
                from procurement.alert_matches m join procurement.alerts a on a.alert_id = m.alert_id
                where m.tenant_id = ? order by 1
                """, TEAM.tenant());
    }
}
