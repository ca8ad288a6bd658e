package org.quartermaster.vehicle.vin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The model year that position 10 of a VIN stands for, in a cycle of 30 years (49 CFR 565.15).
 *
 * @param value the chosen one, or null
 * @param candidates the years of both cycles
 * @param certainty how it was chosen
 */
public record ModelYear(Integer value, List<Integer> candidates, Certainty certainty) {
    private static final ModelYear NONE = new ModelYear(null, List.of(), Certainty.NONE);
    private static final String CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int FIRST = 1980;
    private static final int CYCLE = 30;

    /** What the choice between the candidates rests on. */
    @Schema(name = "ModelYearCertainty")
    public enum Certainty {
        /** A row or an asset states it. */
        STATED,
        /** A letter in position 7 stands for 2010 and later; a rule of cars and light trucks. */
        POSITION_7,
        /** Position 7 would give a year that has not come yet. */
        FALLBACK,
        /** Builders outside North America need not keep to any of this. */
        LOW,
        NONE
    }

    /**
     * @param stated year that a row or an asset states, or null
     * @param currentYear no vehicle is of a model year later than the next
     */
    static ModelYear of(Vin vin, Integer stated, int currentYear) {
        var place = vin.kind() == VinKind.VIN17 ? CODES.indexOf(vin.value().charAt(9)) : -1;
        if (place < 0) {
            return NONE;
        }
        var early = FIRST + place;
        var candidates = List.of(early, early + CYCLE);
        if (stated != null && candidates.contains(stated)) {
            return new ModelYear(stated, candidates, Certainty.STATED);
        }
        var letter = vin.value().charAt(6) > '9';
        var fallback = letter && early + CYCLE > currentYear + 1;
        var certainty = fallback ? Certainty.FALLBACK : Certainty.POSITION_7;
        var northAmerican = "123457".indexOf(vin.value().charAt(0)) >= 0;
        return new ModelYear(
                letter && !fallback ? early + CYCLE : early, candidates, northAmerican ? certainty : Certainty.LOW);
    }
}
