package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the snapshot of one machine (ISO/TS 15143-3) says, as samples: one for each element, as each has its own time.
 * So an element that comes again beside newer ones is known again.
 */
record Snapshot(Identity identity, List<ObjectNode> samples) {
    /** The elements that are read; all others are passed over. */
    static final Set<String> ELEMENTS = Set.of(
            "EquipmentHeader", "Location", "CumulativeOperatingHours", "FuelRemaining", "Distance", "EngineStatus");

    private static final BigDecimal MILE = new BigDecimal("1.609344");
    private static final BigDecimal FOOT = new BigDecimal("0.3048");

    private static final Map<String, BigDecimal> KILOMETRES = Map.of(
            "kilometre", BigDecimal.ONE,
            "kilometres", BigDecimal.ONE,
            "kilometer", BigDecimal.ONE,
            "kilometers", BigDecimal.ONE,
            "km", BigDecimal.ONE,
            "mile", MILE,
            "miles", MILE,
            "mi", MILE);

    private static final Map<String, BigDecimal> METRES = Map.of(
            "metre", BigDecimal.ONE,
            "metres", BigDecimal.ONE,
            "meter", BigDecimal.ONE,
            "meters", BigDecimal.ONE,
            "m", BigDecimal.ONE,
            "foot", FOOT,
            "feet", FOOT,
            "ft", FOOT);

    static Snapshot of(ObjectNode equipment) {
        var snapshot = new Snapshot(Identity.of(Element.of(equipment, "EquipmentHeader")), new ArrayList<>());
        snapshot.addPlace(Element.of(equipment, "Location"));
        var hours = Element.of(equipment, "CumulativeOperatingHours");
        snapshot.add(hours, "hours", hours.hours("Hour"));
        var distance = Element.of(equipment, "Distance");
        snapshot.add(distance, "km", distance.number("Odometer", "OdometerUnits", KILOMETRES));
        var engine = Element.of(equipment, "EngineStatus");
        snapshot.add(engine, "engine_on", engine.truth("Running"));
        var fuel = Element.of(equipment, "FuelRemaining");
        snapshot.add(fuel, "fuel_percent", fuel.number("Percent"));
        return snapshot;
    }

    private void addPlace(Element location) {
        var place = JsonNodeFactory.instance.objectNode();
        set(place, "lat", location.number("Latitude"));
        set(place, "lon", location.number("Longitude"));
        if (!place.isEmpty()) {
            set(place, "altitude_m", location.number("Altitude", "AltitudeUnits", METRES));
        }
        add(location, place);
    }

    private void add(Element element, String name, JsonNode value) {
        var sample = JsonNodeFactory.instance.objectNode();
        set(sample, name, value);
        add(element, sample);
    }

    private void add(Element element, ObjectNode sample) {
        if (sample.isEmpty()) {
            return;
        }
        if (element.time() != null) {
            sample.put("recorded_at", element.time());
        }
        samples.add(sample);
    }

    private static void set(ObjectNode sample, String name, JsonNode value) {
        if (value != null) {
            sample.set(name, value);
        }
    }
}
