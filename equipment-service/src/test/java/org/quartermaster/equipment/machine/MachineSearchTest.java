package org.quartermaster.equipment.machine;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** Searches that match more machines than a total counts. */
@EquipmentTest
class MachineSearchTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    /** NB: in another order than that of the names, and past the triggers, which keep counters that no search reads. */
    private void registerPumps(int count) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into equipment (tenant_id, equipment_id, name, equipment_type, current_lat, current_lon)
                    select '%1$s', 'eq_' || n, 'Pump ' || lpad((n * 7919 %% %2$d)::text, 6, '0'), 'pump', 50, 10
                    from generate_series(0, %2$d - 1) as n
                    """.formatted(tenant.id(), count));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=ump", "bbox=9,49,11,51"})
    void beyondWhatIsCountedTheFirstByNameStillComeFirst(String search) throws SQLException {
        registerPumps(10_050);

        findsTheFirstByName(search, 10_050);
    }

    private void findsTheFirstByName(String search, int machines) {
        var first = tenant.manager()
                .get(PATH + "?limit=2&" + search)
                .then()
                .statusCode(200)
                .body("equipment.name", contains("Pump 000000", "Pump 000001"))
                .body("total", equalTo(10_000))
                .body("total_exact", equalTo(false))
                .extract();
        tenant.manager()
                .get(PATH + "?limit=2&" + search + "&cursor=" + first.<String>path("next_cursor"))
                .then()
                .statusCode(200)
                .body("equipment.name", contains("Pump 000002", "Pump 000003"))
                .body("total", equalTo(10_000))
                .body("total_exact", equalTo(false));
        tenant.manager()
                .get(PATH + "?sort=-name&limit=1&" + search)
                .then()
                .body("equipment.name", contains("Pump " + String.format("%06d", machines - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=ump", "bbox=9,49,11,51"})
    void withinWhatIsCountedTheTotalIsExact(String search) throws SQLException {
        registerPumps(9_973);

        tenant.manager()
                .get(PATH + "?limit=1&" + search)
                .then()
                .statusCode(200)
                .body("equipment.name", contains("Pump 000000"))
                .body("total", equalTo(9_973))
                .body("total_exact", equalTo(true));
    }

    /** The search asks its index otherwise where a tenant holds most of the machines; its counters tell. */
    private void countAsMostOfAllMachines() throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into equipment_counts (tenant_id, equipment_type, status, slot, n)
                    values ('%s', 'other', 'inactive', 99, 1000000000)
                    """.formatted(tenant.id()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8r410-2023-0, 1",
        "-001, 1",
        "d8, 1",
        "2023-001 jd8r410, 1",
        "jd8r410-2023-001, 1",
        "r410-2024, 0",
        "xd8r410, 0",
        "jd8r410-2023-002, 0",
        "23 8, 1",
        "pump 8r410-2023-0, 1",
        "ump -001 jd8, 1",
        "rump jd8r410, 0",
        "-, 1"
    })
    void anyPartOfWordsIsFoundAndNothingElse(String q, int matches) throws SQLException {
        var body = "{\"name\":\"Pump\",\"equipment_type\":\"pump\",\"serial_number\":\"JD8R410-2023-001\"}";
        tenant.post(PATH, body).statusCode(201);
        TestTenant.create().post(PATH, body).statusCode(201);

        tenant.manager().queryParam("q", q).get(PATH).then().body("total", equalTo(matches));
        countAsMostOfAllMachines();
        tenant.manager().queryParam("q", q).get(PATH).then().body("total", equalTo(matches));
    }

    /** NB: one test, because so many machines take seconds to register. */
    @Test
    void aSearchTooBroadToLookUpIsCountedWhereItIsNarrowedAlone() throws SQLException {
        registerPumps(30_050);

        findsTheFirstByName("q=ump", 30_050);
        tenant.post(PATH, "{\"name\":\"The pump of mine\",\"equipment_type\":\"drone\"}")
                .statusCode(201);
        tenant.manager()
                .get(PATH + "?q=pump&equipment_type=drone")
                .then()
                .body("equipment.name", contains("The pump of mine"))
                .body("total", equalTo(1))
                .body("total_exact", equalTo(true));
        var next =
                tenant.manager().get(PATH + "?limit=2&q=pump").then().extract().<String>path("next_cursor");
        assertEquals(4, new Statements("equipment").countDuring(() -> tenant.manager()
                .get(PATH + "?limit=2&q=pump&cursor=" + next)
                .then()
                .statusCode(200)));
    }

    private void registerTwenty() {
        for (var n = 0; n < 20; n++) {
            var year = n % 3 == 0 ? "" : ",\"year\":" + (2000 + n % 4);
            tenant.post(PATH, "{\"name\":\"Pump " + n * 7 % 20 + "\",\"equipment_type\":\"pump\"" + year + "}")
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "year", "-year", "year,-name", "-created_at", "last_seen_at"})
    void thePagesOfASearchJoinToTheWholeListBothWays(String sort) {
        registerTwenty();
        var whole = tenant.manager()
                .get(PATH + "?limit=100&sort=" + sort)
                .then()
                .extract()
                .<List<String>>path("equipment.equipment_id");

        var path = PATH + "?q=ump&limit=6&sort=" + sort;
        var found = new ArrayList<String>();
        var pages = new ArrayList<List<String>>();
        String cursor = "";
        while (cursor != null) {
            var page = tenant.manager().get(path + cursor).then().body("total", equalTo(20));
            var next = page.extract().<String>path("next_cursor");
            pages.add(page.extract().path("equipment.equipment_id"));
            found.addAll(pages.get(pages.size() - 1));
            if (pages.size() == 2) {
                var before = page.extract().header("Link").replaceFirst("(?s).*<([^>]*)>; rel=\"prev\".*", "$1");
                tenant.manager()
                        .urlEncodingEnabled(false)
                        .get(before)
                        .then()
                        .body("equipment.equipment_id", equalTo(pages.get(0)));
            }
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertEquals(whole, found);
        assertEquals(4, pages.size());
    }

    @Test
    void aPageBehindTheLastStillTellsTheTotal() {
        registerTwenty();

        tenant.manager()
                .get(PATH + "?q=ump&offset=40")
                .then()
                .statusCode(200)
                .body("equipment", empty())
                .body("total", equalTo(20));
        tenant.manager().get(PATH + "?q=ump&offset=15&limit=3").then().body("equipment", hasSize(3));
        tenant.manager()
                .get(PATH + "?q=nothing")
                .then()
                .body("equipment", empty())
                .body("total", equalTo(0));
    }

    @Test
    void everyOtherFilterNarrowsASearch() {
        registerTwenty();

        tenant.manager()
                .queryParam("q", "ump")
                .queryParam("status", "operational")
                .queryParam("equipment_type", "pump")
                .queryParam("due_stage", "ok")
                .queryParam("updated_since", "2020-01-01T00:00:00Z")
                .queryParam("has_open_alert", "false")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(20));
        for (var none : List.of("field_id=f", "brand=b", "model=m", "vin=v", "bbox=1,1,2,2", "has_open_alert=true")) {
            tenant.manager().get(PATH + "?q=ump&" + none).then().statusCode(200).body("total", equalTo(0));
        }
    }
}
