package org.quartermaster.equipment.aemp;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.Statements;

@EquipmentTest
class FleetTest {
    private static final String ALL_VALUES =
            "\"hours\": 1000, \"km\": 12.5, \"lat\": 0, \"lon\": 44.191, \"fuel_percent\": 40, \"engine_on\": true";

    private final Fleets fleet = Fleets.create();
    private final Instant at = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void fleetIsXmlWithTheNamesAndTheOrderOfTheStandard() {
        var id = fleet.machine(Fleets.VIN, "S-1");
        fleet.report(id, at, ALL_VALUES);

        var text = fleet.get("/Fleet/1")
                .statusCode(200)
                .contentType("application/xml")
                .header("Vary", containsString("Accept"))
                .body("Fleet.@version", equalTo("1"))
                .body("Fleet.@snapshotTime", endsWith("Z"))
                .body("Fleet.Equipment.EquipmentHeader.UnitInstallDateTime", endsWith("Z"))
                .extract()
                .asString();

        var header = "<EquipmentID>%s</EquipmentID><SerialNumber>S-1</SerialNumber><PIN>%s</PIN></EquipmentHeader>"
                .formatted(id, Fleets.VIN);
        var values = """
                <Location datetime="%1$s"><Latitude>0.0000000</Latitude><Longitude>44.1910000</Longitude></Location>\
                <CumulativeOperatingHours datetime="%1$s"><Hour>1000.00</Hour></CumulativeOperatingHours>\
                <Distance datetime="%1$s"><OdometerUnits>kilometre</OdometerUnits><Odometer>12.5</Odometer></Distance>\
                <EngineStatus datetime="%1$s"><Running>true</Running></EngineStatus>\
                <FuelRemaining datetime="%1$s"><Percent>40.00</Percent></FuelRemaining></Equipment></Fleet>""".formatted(at);
        assertEquals(header + values, text.substring(text.indexOf("<EquipmentID>")));
        assertEquals(true, text.contains("<Fleet xmlns=\"http://standards.iso.org/iso/15143/-3\""));
    }

    @Test
    void jsonHasTheSameNamesAndOnlyWhatIsKnown() {
        var id = fleet.machine(null, null);

        fleet.tenant()
                .as("viewer")
                .accept(ContentType.JSON)
                .get(Fleets.PATH + "/Fleet/1")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("snapshotTime", notNullValue())
                .body("Links.rel", equalTo(List.of("self", "last")))
                .body("Equipment", hasSize(1))
                .body("Equipment[0].keySet()", equalTo(Set.of("EquipmentHeader")))
                .body("Equipment[0].EquipmentHeader.EquipmentID", equalTo(id))
                .body("Equipment[0].EquipmentHeader.keySet()", not(Matchers.hasItem("PIN")));
        fleet.tenant()
                .as("viewer")
                .accept("image/png")
                .get(Fleets.PATH + "/Fleet/1")
                .then()
                .statusCode(406);
    }

    @Test
    void pagesHoldAHundredMachinesEachAndEveryMachineOnce() {
        for (var n = 0; n < 201; n++) {
            fleet.machine(null, null);
        }
        var seen = new HashSet<String>();

        for (var page = 1; page <= 3; page++) {
            List<String> ids = fleet.get("/Fleet/" + page)
                    .statusCode(200)
                    .extract()
                    .xmlPath()
                    .getList("Fleet.Equipment.EquipmentHeader.EquipmentID");
            assertEquals(page < 3 ? 100 : 1, ids.size());
            seen.addAll(ids);
        }

        assertEquals(201, seen.size());
        fleet.get("/Fleet/2")
                .body("Fleet.Links.rel.collect{it.text()}", equalTo(List.of("self", "prev", "next", "last")))
                .body("Fleet.Links[1].href", endsWith("/api/v1/aemp/Fleet/1"))
                .body("Fleet.Links[2].href", endsWith("/api/v1/aemp/Fleet/3"))
                .body("Fleet.Links[3].href", endsWith("/api/v1/aemp/Fleet/3"));
        fleet.get("/Fleet/4").statusCode(404);
    }

    @Test
    void pageThatIsNoneIsRefused() {
        fleet.get("/Fleet/1").statusCode(200);
        fleet.get("/Fleet/2").statusCode(404);
        fleet.get("/Fleet/0").statusCode(422).body("errors[0].code", equalTo("greater_than_equal"));
        fleet.get("/Fleet/first").statusCode(422).body("errors[0].code", equalTo("int_parsing"));
        fleet.get("/Fleet/1?limit=5").statusCode(400);
    }

    @Test
    void machineAloneIsADocumentOfItsOwnWithATag() {
        var id = fleet.machine(Fleets.VIN, "S-1");
        var path = "/Fleet/Equipment/ID/" + id;
        var tag = fleet.get(path)
                .statusCode(200)
                .contentType("application/xml")
                .body("Equipment.@snapshotTime", endsWith("Z"))
                .body("Equipment.EquipmentHeader.OEMName", equalTo("Massey Ferguson"))
                .extract()
                .header("ETag");

        fleet.tenant()
                .as("viewer")
                .header("If-None-Match", tag)
                .get(Fleets.PATH + path)
                .then()
                .statusCode(304);

        fleet.report(id, at, ALL_VALUES);
        fleet.tenant()
                .as("viewer")
                .header("If-None-Match", tag)
                .accept(ContentType.JSON)
                .get(Fleets.PATH + path)
                .then()
                .statusCode(200)
                .body("CumulativeOperatingHours.Hour", equalTo(1000.0f))
                .body("EngineStatus.Running", equalTo(true));
    }

    @Test
    void namesCannotBreakTheDocument() {
        var id = fleet.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("""
                        {"name": "A", "equipment_type": "pump", "brand": "A<b>&\\"\\u0001😀", "model": "]]>"}
                        """)
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("equipment_id");

        fleet.get("/Fleet/Equipment/ID/" + id)
                .body("Equipment.EquipmentHeader.OEMName", equalTo("A<b>&\"😀"))
                .body("Equipment.EquipmentHeader.Model", equalTo("]]>"));
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = fleet.machine(Fleets.VIN, "S-1");
        var intruder = Fleets.create();

        intruder.get("/Fleet/1").statusCode(200).body("Fleet.Equipment.size()", equalTo(0));
        intruder.get("/Fleet/Equipment/ID/" + id).statusCode(404).body("code", equalTo("equipment_not_found"));
    }

    @Test
    void pageCostsOneQueryHoweverManyMachinesItShows() throws SQLException {
        var statements = new Statements("equipment");
        fleet.report(fleet.machine(null, null), at, ALL_VALUES);
        var forOne = statements.countDuring(() -> fleet.get("/Fleet/1").statusCode(200));
        for (var n = 0; n < 20; n++) {
            fleet.report(fleet.machine(null, null), at, ALL_VALUES);
        }

        assertEquals(4, forOne);
        assertEquals(4, statements.countDuring(() -> fleet.get("/Fleet/1").statusCode(200)));
    }
}
