package org.quartermaster.equipment.machine;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
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
                .body("equipment.name", contains("Pump 000002", "Pump 000003"));
        tenant.manager()
                .get(PATH + "?sort=-name&limit=1&" + search)
                .then()
                .body("equipment.name", contains("Pump 010049"));
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
}
