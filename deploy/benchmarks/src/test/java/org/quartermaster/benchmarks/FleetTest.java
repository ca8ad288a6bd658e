package org.quartermaster.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FleetTest {
    private final Fleet fleet = new Fleet(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofHours(6));

    @Test
    void theSameMachineAndSampleComeAtEveryRun() {
        assertEquals(Fleet.machine(7), Fleet.machine(7));
        assertEquals(fleet.sample(7, 3), fleet.sample(7, 3));
    }

    @Test
    void aMachineIsAJsonBodyWithTheRequiredFields() {
        var machine = new JsonObject(Fleet.machine(42));

        assertEquals("SN-000042", machine.getString("serial_number"));
        assertTrue(machine.containsKey("equipment_type"));
    }

    @Test
    void hoursNeverRunFasterThanTheClockNorBackwards() {
        for (var k = 1; k < 120; k++) {
            var hours = fleet.sample(5, k).hours() - fleet.sample(5, k - 1).hours();
            assertTrue(hours >= 0 && hours <= 6, "from sample " + (k - 1));
        }
    }
}
