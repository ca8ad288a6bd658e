package org.quartermaster.equipment.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** A request costs a fixed number of statements, however many rows it shows: begin, tenant, queries, commit. */
@EquipmentTest
class StatementCountTest {
    private static final String PATH = "/api/v1/equipment";
    private static final Statements STATEMENTS = new Statements("equipment");

    private final TestTenant tenant = TestTenant.create();

    private String machine(int n) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Pump " + n + "\",\"equipment_type\":\"pump\",\"next_maintenance_hours\":" + 100 * n
                        + "}")
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private long cost(String path) throws SQLException {
        return STATEMENTS.countDuring(() -> tenant.manager().get(path).then().statusCode(200));
    }

    @Test
    void oneMachineCostsOneQuery() throws SQLException {
        var id = machine(1);

        assertEquals(4, cost(PATH + "/" + id));
    }

    @Test
    void aListThatIsNotCountedCostsNoStatementForItsTotal() throws SQLException {
        var id = machine(1);

        assertEquals(5, cost(PATH + "/" + id + "/telemetry"));
    }

    /** NB: two of them are those of the counters, which the database runs by itself at the commit. */
    @Test
    void aNewMachineWithItsReadingsCostsFourteenStatements() throws SQLException {
        var body =
                "{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5,\"current_lat\":1,\"current_lon\":2}";

        var cost = STATEMENTS.countDuring(() -> tenant.manager()
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201));

        assertEquals(14, cost);
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "/stats, 5", "/alerts, 6", "/nearest?lat=1&lon=2, 4", "?q=pump, 4"})
    void aListCostsTheSameForOneMachineAndForTwenty(String list, long statements) throws SQLException {
        machine(1);
        var forOne = cost(PATH + list);
        for (var n = 2; n <= 20; n++) {
            machine(n);
        }

        assertEquals(statements, forOne);
        assertEquals(statements, cost(PATH + list));
    }
}
