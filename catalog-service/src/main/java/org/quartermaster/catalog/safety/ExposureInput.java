package org.quartermaster.catalog.safety;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.quartermaster.platform.rest.Fields;

/**
 * The noise and vibration of a day as a request gives them.
 *
 * @param nrr noise reduction rating of the protector in dB, or null
 */
record ExposureInput(List<NoiseSpell> noise, BigDecimal nrr, List<VibrationSpell> vibration) {
    private static final int MAX_SPELLS = 100;
    private static final int DECIMALS = 4;
    private static final String MOST = "200";

    /** Table D-2 of 29 CFR 1926.52, the same as G-16 of 1910.95: permitted hours by level in dB(A). */
    private static final NoiseExposure TABLE_D2 = new NoiseExposure(tableD2());

    static ExposureInput read(Fields fields) {
        var noise = fields.items("noise", MAX_SPELLS).stream()
                .map(spell -> new NoiseSpell(level(spell, "level_dba"), hours(spell)))
                .toList();
        var vibration = fields.items("vibration", MAX_SPELLS).stream()
                .map(spell -> new VibrationSpell(level(spell, "a"), hours(spell)))
                .toList();
        var nrr = fields.decimal("nrr", DECIMALS, "0", MOST).value();
        if (fields.errors().isEmpty()) {
            ExposureFaults.of(noise, vibration).forEach(field -> fields.error(field, "exposure.bounds"));
        }
        return new ExposureInput(noise, nrr, vibration);
    }

    private static BigDecimal level(Fields spell, String name) {
        spell.require(name);
        return spell.decimal(name, DECIMALS, "0", MOST).value();
    }

    private static BigDecimal hours(Fields spell) {
        spell.require("hours");
        return spell.decimal("hours", DECIMALS, "0", "24").value();
    }

    /** What it comes to; a part that is not given has no result. */
    ExposureResult result() {
        return new ExposureResult(
                noise.isEmpty()
                        ? null
                        : TABLE_D2.assess(
                                noise.stream().map(ExposureInput::plain).toList(), nrr),
                vibration.isEmpty()
                        ? null
                        : VibrationResult.of(
                                vibration.stream().map(ExposureInput::plain).toList()));
    }

    // NB: the arithmetic is shown as a person writes it, 95 and not 95.0000.
    private static NoiseSpell plain(NoiseSpell spell) {
        return new NoiseSpell(plain(spell.levelDba()), plain(spell.hours()));
    }

    private static VibrationSpell plain(VibrationSpell spell) {
        return new VibrationSpell(plain(spell.acceleration()), plain(spell.hours()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static TreeMap<BigDecimal, BigDecimal> tableD2() {
        var hours = new TreeMap<BigDecimal, BigDecimal>();
        var rows = "90 8, 92 6, 95 4, 97 3, 100 2, 102 1.5, 105 1, 110 0.5, 115 0.25";
        for (var row : rows.split(", ")) {
            var cells = row.split(" ");
            hours.put(new BigDecimal(cells[0]), new BigDecimal(cells[1]));
        }
        return hours;
    }
}
