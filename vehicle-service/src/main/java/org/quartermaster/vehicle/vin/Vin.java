package org.quartermaster.vehicle.vin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;

/**
 * A text read as a VIN (ISO 3779).
 *
 * @param text its normal form
 * @param problems why it identifies no vehicle; empty where it does
 */
record Vin(NormalForm text, VinKind kind, List<Fault> problems) {
    static final int LENGTH = 17;

    private static final int SHORTEST = 11;
    private static final Pattern MASKED = Pattern.compile("\\*|X{4,}$");

    /**
     * Something wrong with a VIN.
     *
     * @param position from 1, in the normal form; null where the whole is meant
     */
    @Schema(name = "VinFault")
    record Fault(String code, Integer position, String character) {
        static Fault of(String code) {
            return new Fault(code, null, null);
        }
    }

    /** Reads any text; null is like an empty one. */
    static Vin of(String raw) {
        var text = NormalForm.of(raw == null ? "" : raw);
        var masked = masked(text.value());
        if (!masked.isEmpty()) {
            return new Vin(text, VinKind.MASKED, masked);
        }
        var illegal = illegal(text.value());
        if (!illegal.isEmpty()) {
            return new Vin(text, VinKind.MALFORMED, illegal);
        }
        var kind = byLength(text.value().length());
        return new Vin(text, kind, kind.isWellFormed() ? List.of() : List.of(Fault.of(Words.of(kind))));
    }

    String value() {
        return text.value();
    }

    static boolean isAllowed(int character) {
        return character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z' && "IOQ".indexOf(character) < 0;
    }

    private static VinKind byLength(int length) {
        if (length == 0) {
            return VinKind.MISSING;
        }
        if (length < SHORTEST) {
            return VinKind.TOO_SHORT;
        }
        if (length < LENGTH) {
            return VinKind.VIN_LEGACY;
        }
        return length == LENGTH ? VinKind.VIN17 : VinKind.TOO_LONG;
    }

    private static List<Fault> masked(String value) {
        // Nearly no VIN is, and a feed has many.
        if (value.indexOf('*') < 0 && !value.endsWith("XXXX")) {
            return List.of();
        }
        return MASKED.matcher(value)
                .results()
                .map(found -> new Fault(
                        "masked",
                        value.codePointCount(0, found.start()) + 1,
                        found.group().substring(0, 1)))
                .toList();
    }

    private static List<Fault> illegal(String value) {
        var faults = new ArrayList<Fault>();
        var characters = value.codePoints().toArray();
        for (var i = 0; i < characters.length; i++) {
            if (!isAllowed(characters[i])) {
                faults.add(new Fault("illegal_character", i + 1, Character.toString(characters[i])));
            }
        }
        return faults;
    }
}
