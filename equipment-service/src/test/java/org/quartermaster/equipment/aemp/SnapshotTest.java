package org.quartermaster.equipment.aemp;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;

@EquipmentTest
class SnapshotTest {
    private final Fleets fleet = Fleets.create();
    private final Instant at = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    private static String fleetOf(String header, String elements) {
        return "<Fleet><Equipment><EquipmentHeader>" + header + "</EquipmentHeader>" + elements
                + "</Equipment></Fleet>";
    }

    private String hours(Object hours) {
        return hours(at, hours);
    }

    private static String hours(Instant at, Object hours) {
        return "<CumulativeOperatingHours datetime=\"" + at + "\"><Hour>" + hours
                + "</Hour></CumulativeOperatingHours>";
    }

    private static String pin(String pin) {
        return "<PIN>" + pin + "</PIN>";
    }

    @Test
    void whatOneTenantServesAnotherReadsByPin() {
        var sold = fleet.machine(Fleets.VIN, "S-1");
        fleet.report(
                sold,
                at,
                "\"hours\": 1000, \"km\": 12.5, \"lat\": 1, \"lon\": 2, \"fuel_percent\": 40, \"engine_on\": true");
        var xml = fleet.get("/Fleet/1").extract().asString();
        var json = fleet.tenant()
                .as("viewer")
                .accept(ContentType.JSON)
                .get(Fleets.PATH + "/Fleet/1")
                .asString();
        var buyer = Fleets.create();
        var bought = buyer.machine(Fleets.VIN.toLowerCase(Locale.ROOT), "X-9");

        buyer.sendXml(xml)
                .statusCode(200)
                .body("received", equalTo(5))
                .body("accepted", equalTo(5))
                .body("warned", equalTo(0))
                .body("results.equipment_id", everyItem(equalTo(bought)));

        buyer.send("application/json", json).body("duplicates", equalTo(5));
        buyer.show(bought)
                .body("current_hours", equalTo(1000.0f))
                .body("current_km", equalTo(12.5f))
                .body("current_lat", equalTo(1.0f))
                .body("current_fuel_percent", equalTo(40.0f))
                .body("current_hours_at", equalTo(at.toString()));
        buyer.get("/Fleet/Equipment/ID/" + bought).body("Equipment.EngineStatus.Running", equalTo("true"));
        buyer.tenant()
                .as("viewer")
                .get("/api/v1/equipment/" + bought + "/telemetry")
                .then()
                .body("items.source", everyItem(is("aemp")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:Fleet xmlns:a='http://standards.iso.org/iso/15143/-3'><a:Equipment><a:EquipmentHeader><a:PIN>%s"
                        + "</a:PIN></a:EquipmentHeader><a:CumulativeOperatingHours datetime='%s'><a:Hour>7</a:Hour>"
                        + "</a:CumulativeOperatingHours></a:Equipment></a:Fleet>",
                "<Fleet xmlns='http://schemas.aemp.org/fleet'><Equipment><EquipmentHeader><PIN>%s</PIN>"
                        + "</EquipmentHeader><CumulativeOperatingHours><Hour>7</Hour><datetime>%s</datetime>"
                        + "</CumulativeOperatingHours></Equipment></Fleet>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><!-- one --><Equipment><EquipmentHeader PIN='%s'/>"
                        + "<CumulativeOperatingHours dateTime='%s'><Hour> <![CDATA[PT7H]]> </Hour>"
                        + "</CumulativeOperatingHours></Equipment>"
            })
    void namespaceAndPlaceOfTheTimeDoNotMatter(String document) {
        var id = fleet.machine(Fleets.VIN, null);

        fleet.sendXml(document.formatted(Fleets.VIN, at))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("results[0].recorded_at", equalTo(at.toString()));

        fleet.show(id).body("current_hours", equalTo(7.0f));
    }

    @Test
    void yearsOfClocksThatWereNeverSetAndTheWordMissingAreNoValues() {
        var id = fleet.machine(Fleets.VIN, null);

        fleet.sendXml(fleetOf(
                        "<UnitInstallDateTime>0001-01-01T00:00:00Z</UnitInstallDateTime><Model>missing</Model>"
                                + pin(Fleets.VIN),
                        hours("missing")
                                + "<FuelUsed datetime='x'><FuelConsumed>7</FuelConsumed></FuelUsed>"
                                + "<FuelRemaining datetime='0001-01-01T00:00:00Z'><Percent>5</Percent></FuelRemaining>"
                                + "<Distance datetime='" + at + "'><OdometerUnits>miles</OdometerUnits>"
                                + "<Odometer>100</Odometer></Distance>"
                                + "<EngineStatus datetime='" + at + "'><EngineNumber/><Running>maybe</Running>"
                                + "</EngineStatus>"))
                .statusCode(200)
                .body("received", equalTo(3))
                .body("accepted", equalTo(1))
                .body("results.find{it.index==0}.outcome", equalTo("accepted"))
                .body("results.find{it.index==1}.errors[0].code", equalTo("bool_parsing"))
                .body("results.find{it.index==2}.errors[0].code", equalTo("recorded_at_missing"));

        fleet.show(id)
                .body("current_km", equalTo(160.9f))
                .body("current_hours", equalTo(null))
                .body("current_fuel_percent", equalTo(null));
    }

    @Test
    void machineIsFoundByPinThenByMakerModelAndSerialTogether() {
        var byPin = fleet.machine(Fleets.VIN, "S-1");
        var byName = fleet.machine(null, "S-2");
        var name = "<OEMName>MASSEY FERGUSON</OEMName><Model>mf 385</Model><SerialNumber>s-2</SerialNumber>";

        fleet.sendXml(fleetOf(name + pin(Fleets.VIN), hours(1))).body("results[0].equipment_id", equalTo(byPin));
        fleet.sendXml(fleetOf(name + pin("missing"), hours(1))).body("results[0].equipment_id", equalTo(byName));
        fleet.sendXml(fleetOf(name + pin("unknown"), hours(2))).body("results[0].equipment_id", equalTo(byName));
        fleet.sendXml(fleetOf(name.replace("mf 385", "mf 386"), hours(1)))
                .body("rejected", equalTo(1))
                .body("results[0].errors[0].code", equalTo("unknown_equipment"));
        fleet.sendXml(fleetOf("<SerialNumber>S-2</SerialNumber>", hours(3)))
                .body("results[0].errors[0].code", equalTo("unknown_equipment"));
        fleet.sendXml(fleetOf("", hours(3))).body("results[0].errors[0].code", equalTo("missing"));
    }

    @Test
    void refusedSampleIsKeptAndTakenOnceItsMachineIsRegistered() {
        fleet.sendXml(fleetOf(pin(Fleets.VIN), hours(7)))
                .body("results[0].errors[0].code", equalTo("unknown_equipment"))
                .body("results[0].errors[0].field", equalTo("samples[0].vin"));
        var id = fleet.machine(Fleets.VIN, null);

        fleet.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/telemetry/rejects/retry")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        fleet.show(id).body("current_hours", equalTo(7.0f));
    }

    @Test
    void implausibleAndImpossibleValuesMeetTheRulesOfSamples() {
        fleet.machine(Fleets.VIN, null);
        var late = "<FuelRemaining datetime='2099-01-01T00:00:00Z'><Percent>5</Percent></FuelRemaining>";

        fleet.sendXml(fleetOf(pin(Fleets.VIN), hours("NaN") + late))
                .body("results.errors.flatten().code", equalTo(List.of("finite_number", "in_future")));
        fleet.sendXml(fleetOf(pin(Fleets.VIN), hours("1e2147483647")))
                .body("results[0].errors[0].code", equalTo("finite_number"));
        fleet.sendXml(fleetOf(
                        pin(Fleets.VIN),
                        "<Distance datetime='" + at
                                + "'><Odometer>7</Odometer><OdometerUnits>furlong</OdometerUnits></Distance>"))
                .body("results[0].errors[0].code", equalTo("float_parsing"));
        fleet.sendXml(fleetOf(pin(Fleets.VIN), hours(10))).body("accepted", equalTo(1));
        fleet.sendXml(fleetOf(pin(Fleets.VIN), hours(at.plusSeconds(60), 9)))
                .body("results[0].warnings[0].code", equalTo("hours_backwards"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<Fleet>",
                "<Fleet><Equipment></Fleet>",
                "<Fleet/><Fleet/>",
                "<Fleet>&nothing;</Fleet>",
                "<!DOCTYPE Fleet><Fleet/>",
                "<!DOCTYPE Fleet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Fleet><Equipment><EquipmentHeader><PIN>&x;"
                        + "</PIN></EquipmentHeader></Equipment></Fleet>",
                "<!DOCTYPE Fleet SYSTEM 'http://localhost:1/x.dtd'><Fleet/>",
                "<!DOCTYPE Fleet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><Fleet>&c;</Fleet>"
            })
    void whatIsNoXmlOrHasADocumentTypeIsRefused(String body) {
        fleet.sendXml(body).statusCode(400).body("code", equalTo("malformed_xml"));
    }

    @Test
    void depthAndSizeAreBounded() {
        fleet.sendXml("<Fleet>" + "<x>".repeat(100_000)).statusCode(400);
        fleet.sendXml("<Fleet><x>" + "a".repeat(17 << 20) + "</x></Fleet>").statusCode(413);
        fleet.sendXml("<html/>").statusCode(422).body("errors[0].field", equalTo("Fleet"));
        fleet.send("application/json", "{}").statusCode(422).body("errors[0].field", equalTo("Equipment"));
        fleet.send("application/json", "{").statusCode(400).body("code", equalTo("malformed_json"));
        fleet.send("text/plain", "x").statusCode(415);
        fleet.tenant()
                .as("viewer")
                .contentType("application/xml")
                .body("<Fleet/>")
                .post(Fleets.PATH + "/snapshots")
                .then()
                .statusCode(403);
    }

    @Test
    void manyMachinesStreamThroughAndMachinesOfOthersStayUnknown() {
        var owner = fleet.machine(Fleets.VIN, "S-1");
        var intruder = Fleets.create();
        var one = "<Equipment><EquipmentHeader>" + pin(Fleets.VIN) + "<EquipmentID>" + owner
                + "</EquipmentID></EquipmentHeader>" + hours(7) + "</Equipment>";

        intruder.sendXml("<Fleet>" + one.repeat(1_300) + "</Fleet>")
                .statusCode(200)
                .body("received", equalTo(1_300))
                .body("rejected", equalTo(1_300))
                .body("results", hasSize(1_000))
                .body("results_truncated", equalTo(true))
                .body("results[999].errors[0].code", equalTo("unknown_equipment"));

        fleet.show(owner).body("current_hours", equalTo(null));
    }
}
