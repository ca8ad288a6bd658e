package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Names the fields of an exposure that are out of bounds: levels 0 to 200, hours above 0 and 24 in sum at most. */
final class ExposureFaults {

    private static final BigDecimal MOST = BigDecimal.valueOf(200);
    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final List<String> fields = new ArrayList<>();

    private ExposureFaults() {}

    static List<String> of(List<NoiseSpell> noise, List<VibrationSpell> vibration) {
        ExposureFaults faults = new ExposureFaults();
        for (int i = 0; i < noise.size(); i++) {
            faults.level("noise[%d].level_dba".formatted(i), noise.get(i).levelDba());
            faults.hours("noise[%d].hours".formatted(i), noise.get(i).hours());
        }
        for (int i = 0; i < vibration.size(); i++) {
            faults.level("vibration[%d].a".formatted(i), vibration.get(i).acceleration());
            faults.hours("vibration[%d].hours".formatted(i), vibration.get(i).hours());
        }
        faults.day("noise", noise.stream().map(NoiseSpell::hours).toList());
        faults.day("vibration", vibration.stream().map(VibrationSpell::hours).toList());
        return List.copyOf(faults.fields);
    }

    private void level(String field, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            fields.add(field);
        }
    }

    private void hours(String field, BigDecimal value) {
        if (value.signum() <= 0) {
            fields.add(field);
        }
    }

    private void day(String field, List<BigDecimal> hours) {
        if (hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(DAY) > 0) {
            fields.add(field);
        }
    }
}
