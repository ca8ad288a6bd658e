package org.quartermaster.equipment.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class PlansForManyTest {
    private static final String PLANS = "/api/v1/plans";

    private final TestTenant tenant = TestTenant.create();

    private String machine(String type, String brand) {
        return tenant.post(
                        "/api/v1/equipment",
                        "{\"name\":\"A\",\"equipment_type\":\"" + type + "\",\"brand\":\"" + brand + "\"}")
                .extract()
                .path("equipment_id");
    }

    private ValidatableResponse plans(String target) {
        return tenant.post(
                PLANS, "{\"name\":\"P\",\"maintenance_type\":\"general_service\",\"interval_days\":90," + target + "}");
    }

    @Test
    void listOfMachinesGetsOnePlanEachOrNone() {
        var first = machine("pump", "X");
        var second = machine("tractor", "Y");

        plans("\"equipment_ids\":[\"" + first + "\",\"eq_none\"]")
                .statusCode(422)
                .body("errors[0].field", equalTo("equipment_ids[1]"));
        plans("\"equipment_ids\":[\"" + first + "\",\"" + second + "\",\"" + first + "\"]")
                .statusCode(201)
                .body("count", equalTo(2))
                .body("plans.equipment_id", containsInAnyOrder(first, second))
                .body("plans.is_primary", contains(true, true));
        tenant.manager().get(PLANS).then().body("total", equalTo(2));
    }

    @Test
    void filterFindsTheMachines() {
        machine("pump", "X");
        var wanted = machine("tractor", "X");
        machine("tractor", "Y");

        plans("\"filter\":{\"equipment_type\":\"tractor\",\"brand\":\"X\"}")
                .statusCode(201)
                .body("plans.equipment_id", contains(wanted));
        plans("\"filter\":{\"brand\":\"Z\"}").statusCode(422).body("errors[0].field", equalTo("filter"));
        plans("\"filter\":{}").statusCode(422);
        plans("\"filter\":{\"brand\":\"X\",\"colour\":\"red\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("filter.colour"))
                .body("errors[0].code", equalTo("unknown_field"));
    }

    @Test
    void exactlyOneTargetIsNamed() {
        plans("\"name_ar\":\"x\"").statusCode(422).body("errors[0].field", equalTo("equipment_id"));
        plans("\"equipment_id\":null").statusCode(422).body("errors[0].code", equalTo("missing"));
        plans("\"equipment_ids\":[]").statusCode(422).body("errors[0].code", equalTo("missing"));
        plans("\"equipment_id\":\"eq\",\"filter\":{\"brand\":\"X\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("conflicting_values"));
    }
}
