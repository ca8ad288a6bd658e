package org.quartermaster.procurement.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;

/** What is the user's own. */
@ProcurementTest
class PersonalResourceTest {
    private static final String PREFERENCES = "/api/v1/me/preferences";
    private static final String LIKED = "/api/v1/me/personalization";
    private static final String BEST = "/api/v1/me/recommendations";

    private final TestOrganization organization = TestOrganization.create();

    private ValidatableResponse patch(String path, String body) {
        return organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(path)
                .then();
    }

    /** An open tender of a random buyer; its id and its buyer are given back. */
    private static UUID tender(String id, String division, String title, int closesInDays) throws SQLException {
        try (var system = ProcurementDatabase.system()) {
            var buyer = Sql.query(
                            system,
                            "insert into procurement.entities (name, name_folded, roles) values (?, ?, '{buyer}') returning entity_id",
                            row -> row.getObject(1, UUID.class),
                            "Buyer of " + id,
                            id)
                    .get(0);
            Sql.update(
                    system, """
                    insert into procurement.tenders (tender_id, source_id, title, procuring_entity, buyer_entity_id, cpv_codes,
                      cpv_prefixes, cpv_main_prefixes, search, closing_date)
                    values (?, 'manual', ?, ?, ?, array[? || '000000'], array[?], array[?], to_tsvector('simple', lower(?)),
                      now() + ? * interval '1 day')
                    """, id, title, "Buyer of " + id, buyer, division, division, division, title, closesInDays);
            return buyer;
        }
    }

    @Test
    void whoSetsNothingHasTheUsualPreferencesAndAChangeIsKept() {
        organization
                .as("viewer")
                .get(PREFERENCES)
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("timezone", equalTo("UTC"))
                .body("digest_hour", equalTo(8))
                .body("theme", equalTo("light"));

        patch(PREFERENCES, "{\"timezone\": \"Europe/Skopje\", \"theme\": \"dark\"}")
                .statusCode(200);

        organization
                .as("viewer")
                .get(PREFERENCES)
                .then()
                .body("timezone", equalTo("Europe/Skopje"))
                .body("theme", equalTo("dark"))
                .body("email_notifications", equalTo(true));
        organization.as("manager").get(PREFERENCES).then().body("theme", equalTo("light"));
    }

    @ParameterizedTest
    @CsvSource({
        "timezone, '\"Mars/Base\"', Europe/Skopje",
        "theme, '\"pink\"', 'light, dark, system'",
        "digest_hour, 24, 23",
        "language, '\"English!\"', en",
        "email_notifications, null, ''"
    })
    void aWrongPreferenceIsRefusedWithWhatIsAllowed(String name, String value, String told) {
        patch(PREFERENCES, "{\"" + name + "\": " + value + "}")
                .statusCode(422)
                .body("errors[0].field", equalTo(name))
                .body("errors[0].message", containsString(told));
    }

    @Test
    void whatOneLikesIsKeptAndHeldAgainstItsForm() {
        patch(LIKED, """
                {"favorite_categories": ["gloves", "-catering"], "favorite_cpv_codes": ["18141000-9"], "dashboard_widgets": ["a"]}
                """).statusCode(200).body("favorite_cpv_codes", contains("18141000-9"));
        patch(LIKED, "{\"favorite_categories\": null}").body("favorite_categories.size()", equalTo(0));

        organization
                .as("viewer")
                .get(LIKED)
                .then()
                .body("favorite_cpv_codes", contains("18141000-9"))
                .body("dashboard_widgets", contains("a"));
        patch(LIKED, "{\"favorite_cpv_codes\": [\"abc\"]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("malformed_cpv"));
        patch(LIKED, "{\"favorite_entities\": [\"x\"]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("uuid_parsing"));
        patch(LIKED, "{\"favourite\": []}").statusCode(422).body("errors[0].code", equalTo("unknown_field"));
    }

    @Test
    void recommendsOpenTendersByCodeBuyerAndWordsEachWithItsReasons() throws SQLException {
        var word = "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "qq";
        var all = organization.tenant() + "-all";
        var buyer = tender(all, "91", "Supply of " + word, 9);
        tender(organization.tenant() + "-code", "91", "Something else", 5);
        tender(organization.tenant() + "-excluded", "91", "Unwanted" + word, 3);
        tender(organization.tenant() + "-late", "91", "Supply of " + word, -1);
        patch(LIKED, """
                {"favorite_categories": ["%s", "-unwanted%s"], "favorite_cpv_codes": ["91"], "favorite_entities": ["%s"]}
                """.formatted(word, word, buyer)).statusCode(200);

        organization
                .as("viewer")
                .queryParam("limit", 50)
                .get(BEST)
                .then()
                .statusCode(200)
                .body("items[0].tender_id", equalTo(all))
                .body("items[0].score", equalTo(1.0f))
                .body("items[0].reasons.code", contains("cpv", "buyer", "words"))
                .body("items[0].reasons[2].values", contains(word))
                .body("items.tender_id", hasItem(organization.tenant() + "-code"))
                .body("items.find { it.tender_id == '%s-code' }.score".formatted(organization.tenant()), equalTo(0.5f))
                .body("items.tender_id", not(hasItems(organization.tenant() + "-excluded")))
                .body("items.tender_id", not(hasItems(organization.tenant() + "-late")));
    }

    @Test
    void whoLikesNothingIsShownWhatClosesFirst() throws SQLException {
        tender(organization.tenant() + "-soon", "92", "Soon", 0);
        try (var system = ProcurementDatabase.system()) {
            Sql.update(
                    system,
                    "update procurement.tenders set closing_date = now() + interval '1 minute' where tender_id = ?",
                    organization.tenant() + "-soon");
        }

        organization
                .as("viewer")
                .get(BEST)
                .then()
                .body("items.tender_id", hasItem(organization.tenant() + "-soon"))
                .body("items[0].score", equalTo(0))
                .body("items[0].reasons[0].code", equalTo("closing_date"));
        organization.as("viewer").queryParam("limit", 51).get(BEST).then().statusCode(422);
    }

    @Test
    void theDashboardCountsWhatWaits() {
        TestRows.update("""
                insert into procurement.notifications (tenant_id, user_id, type, payload, dedupe_key, is_read, in_app)
                select ?, ?, 'system', '{}', n, n = 'read', n <> 'mailed' from unnest(array['one', 'read', 'mailed']) n
                """, organization.tenant(), organization.user("viewer"));
        organization.post("viewer", "/api/v1/alerts", """
                {"name": "A", "criteria": {"keywords": {"any": ["gloves"]}}}
                """).statusCode(201);
        organization.post("viewer", "/api/v1/saved-searches", """
                {"name": "S", "criteria": {"keywords": {"any": ["gloves"]}}}
                """).statusCode(201);
        organization.post("viewer", "/api/v1/message-threads", """
                {"subject": "Help", "content": "How?", "kind": "support"}
                """).statusCode(201);
        patch(LIKED, "{\"dashboard_widgets\": {\"left\": \"alerts\"}}").statusCode(200);

        organization
                .as("viewer")
                .get("/api/v1/me/dashboard")
                .then()
                .statusCode(200)
                .body("unread_notifications", equalTo(1))
                .body("active_alerts", equalTo(1))
                .body("new_matches", equalTo(0))
                .body("saved_searches", equalTo(1))
                .body("open_threads", equalTo(1))
                .body("widgets.left", equalTo("alerts"));
        organization
                .as("manager")
                .get("/api/v1/me/dashboard")
                .then()
                .body("unread_notifications", equalTo(0))
                .body("active_alerts", equalTo(0));
    }

    @Test
    void ofTwoChangesOfPreferencesFromOneStateTheSecondIsRefused() {
        patch(PREFERENCES, "{\"theme\": \"dark\"}").statusCode(200);
        var tag = organization.as("viewer").get(PREFERENCES).header("ETag");

        for (var status : new int[] {200, 412}) {
            organization
                    .as("viewer")
                    .contentType(ContentType.JSON)
                    .header("If-Match", tag)
                    .body("{\"digest_hour\": 9}")
                    .patch(PREFERENCES)
                    .then()
                    .statusCode(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/me/preferences     | {\"digest_hour\": 9}",
                "/api/v1/me/personalization | {\"favorite_categories\": [\"gloves\"]}",
            })
    void ofManyFirstChangesAtOnceFromOneStateOneIsTaken(String path, String body) {
        var tag = organization.as("viewer").get(path).header("ETag");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> organization
                        .as("viewer")
                        .contentType(ContentType.JSON)
                        .header("If-Match", tag)
                        .body(body)
                        .patch(path)
                        .statusCode())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    }
}
