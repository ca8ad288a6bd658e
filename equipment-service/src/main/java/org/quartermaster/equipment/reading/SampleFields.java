package org.quartermaster.equipment.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Fields;

/** Reads samples from the fields of a request; values take the scale of their column. */
public final class SampleFields {
    private static final int MAX_MEASURES = 32;
    private static final int MEASURE_SCALE = 9;
    private static final String MAX_MEASURE = "1000000000000000";
    private static final Pattern MEASURE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private SampleFields() {}

    /** The values that the register shows, under its names. */
    public static Sample ofRegister(Fields fields, Source source) {
        return values(fields, SampleNames.REGISTER, source, Map.of());
    }

    /** A sample with all that one can hold. */
    public static Sample read(Fields fields, Source source) {
        return values(fields, SampleNames.SAMPLE, source, measures(fields));
    }

    private static Sample values(Fields fields, SampleNames names, Source source, Map<String, BigDecimal> measures) {
        var lat = fields.decimal(names.lat(), 7, "-90", "90");
        var lon = fields.decimal(names.lon(), 7, "-180", "180");
        if (fields.has(names.lat()) != fields.has(names.lon())) {
            fields.error(fields.has(names.lon()) ? names.lat() : names.lon(), "position_incomplete");
        }
        var register = names == SampleNames.REGISTER;
        return new Sample(
                register ? null : fields.time("recorded_at").value(),
                register ? null : fields.text("sample_id", 0, 64).value(),
                source,
                fields.decimal(names.fuel(), 2, "0", "100").value(),
                fields.decimal(names.hours(), 2, "0", "1000000").value(),
                fields.decimal(names.km(), 1, "0", "100000000").value(),
                lat.value(),
                lon.value(),
                register ? null : real(fields, "accuracy_m", "0", "100000000"),
                register ? null : real(fields, "altitude_m", "-500", "10000"),
                register ? null : real(fields, "speed_kmh", "0", "400"),
                register ? null : real(fields, "heading_deg", "0", "360"),
                register ? null : fields.bool("engine_on").value(),
                measures);
    }

    private static Float real(Fields fields, String name, String min, String max) {
        var value = fields.decimal(name, 3, min, max).value();
        return value == null ? null : value.floatValue();
    }

    private static Map<String, BigDecimal> measures(Fields fields) {
        var given = fields.members("measures");
        if (given.names().size() > MAX_MEASURES) {
            fields.error("measures", "too_many", MAX_MEASURES);
            return Map.of();
        }
        var measures = new LinkedHashMap<String, BigDecimal>();
        for (var name : given.names()) {
            if (!MEASURE.matcher(name).matches()) {
                given.error(name, "string_pattern", MEASURE.pattern());
                continue;
            }
            given.decimal(name, MEASURE_SCALE, "-" + MAX_MEASURE, MAX_MEASURE)
                    .to(value -> measures.put(name, value.stripTrailingZeros()));
        }
        return measures;
    }
}
