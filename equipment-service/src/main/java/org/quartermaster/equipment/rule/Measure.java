package org.quartermaster.equipment.rule;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quartermaster.equipment.reading.Sample;

/** The numbers of a sample that a rule can watch. */
final class Measure {
    static final String FUEL = "fuel_percent";
    private static final String FREE = "measures.";
    private static final Pattern NAME = Pattern.compile("measures\\.[a-z][a-z0-9_]{0,39}");

    /** Those whose samples leave them out when they are late, as the machine has a present value of them. */
    private static final Map<String, Function<Sample, Number>> PRESENT = Map.of(
            FUEL,
            Sample::fuelPercent,
            "hours",
            Sample::hours,
            "km",
            Sample::km,
            "lat",
            Sample::lat,
            "lon",
            Sample::lon);

    private static final Map<String, Function<Sample, Number>> PASSING = Map.of(
            "accuracy_m", Sample::accuracyM,
            "altitude_m", Sample::altitudeM,
            "speed_kmh", Sample::speedKmh,
            "heading_deg", Sample::headingDeg);

    private Measure() {}

    static boolean isKnown(String name) {
        return PRESENT.containsKey(name)
                || PASSING.containsKey(name)
                || NAME.matcher(name).matches();
    }

    static String names() {
        var names = new TreeMap<>(PRESENT);
        names.putAll(PASSING);
        return String.join(", ", names.keySet()) + ", measures.<name>";
    }

    /** False for the numbers of which the machine has a present value. */
    static boolean isPassing(String name) {
        return !PRESENT.containsKey(name);
    }

    /** Null where the sample does not tell it. */
    static BigDecimal of(Sample sample, String name) {
        if (name.startsWith(FREE)) {
            return sample.measures().get(name.substring(FREE.length()));
        }
        var value = PRESENT.getOrDefault(name, PASSING.get(name)).apply(sample);
        return value == null ? null : value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    /** The same in the history, for the measure in {@code s.measure}; what had no effect is left out. */
    static final String SQL = """
            case s.measure when 'fuel_percent' then t.fuel_percent
              when 'hours' then case when t.total_hours is not null then t.hours end
              when 'km' then case when t.total_km is not null then t.km end
              when 'lat' then case when not coalesce('position_jump' = any (t.warnings), false) then t.lat::numeric end
              when 'lon' then case when not coalesce('position_jump' = any (t.warnings), false) then t.lon::numeric end
              when 'accuracy_m' then t.accuracy_m::numeric when 'altitude_m' then t.altitude_m::numeric
              when 'speed_kmh' then t.speed_kmh::numeric when 'heading_deg' then t.heading_deg::numeric
              else (t.measures ->> substr(s.measure, 10))::numeric end
            """;
}
