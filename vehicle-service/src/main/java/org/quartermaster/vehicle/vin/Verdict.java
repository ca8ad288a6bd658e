package org.quartermaster.vehicle.vin;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The judgement on a VIN.
 *
 * @param normalized the VIN that identifies a vehicle, or null
 * @param normalization steps that led from the input to the normal form: {@code trimmed}, {@code separators},
 *     {@code case}
 * @param suggestion the one VIN that may have been meant, or null
 * @param candidates those of which one may have been meant, where there are several; at most three
 */
@Schema(name = "VinVerdict")
public record Verdict(
        String input,
        String normalized,
        VinKind kind,
        boolean wellFormed,
        List<String> normalization,
        List<Vin.Fault> problems,
        CheckDigit checkDigit,
        ModelYear modelYear,
        Wmi wmi,
        Suggestion suggestion,
        List<Suggestion> candidates) {
    private static final int CHECK_POSITION = 9;

    /**
     * What is known beside the VIN itself.
     *
     * @param market country that the vehicle is sold in (ISO 3166-1 alpha-2), or null
     * @param statedYear model year that a row or an asset states, or null
     */
    record Circumstances(String market, Integer statedYear, int currentYear) {}

    static Verdict of(String input, Circumstances circumstances, WmiList makers) {
        var vin = Vin.of(input);
        var wellFormed = vin.kind().isWellFormed();
        var checkDigit = CheckDigit.of(vin, circumstances.market());
        var misreadings = Misreadings.of(vin, checkDigit);
        return new Verdict(
                input,
                wellFormed ? vin.value() : null,
                vin.kind(),
                wellFormed,
                vin.text().normalization(),
                problems(vin, checkDigit),
                checkDigit,
                ModelYear.of(vin, circumstances.statedYear(), circumstances.currentYear()),
                Wmi.of(vin, makers),
                misreadings.size() == 1 ? misreadings.get(0) : null,
                misreadings.size() == 1 ? List.of() : misreadings);
    }

    private static List<Vin.Fault> problems(Vin vin, CheckDigit checkDigit) {
        var problems = new ArrayList<>(vin.problems());
        if (checkDigit.status() == CheckDigit.Status.MISMATCH) {
            problems.add(new Vin.Fault("check_digit_mismatch", CHECK_POSITION, checkDigit.actual()));
        }
        return List.copyOf(problems);
    }
}
