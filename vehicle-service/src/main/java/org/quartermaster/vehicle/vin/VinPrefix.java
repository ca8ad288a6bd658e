package org.quartermaster.vehicle.vin;

import org.quartermaster.platform.rest.Fields;

/** The beginning of a VIN, in its normal form. */
public record VinPrefix(String value) {
    private static final int LONGEST = 100;

    /** Less would be the beginning of too many. */
    private static final int SHORTEST = 5;

    /** Greater than any character of a VIN. */
    private static final String AFTER_ALL = "~";

    /** Reads a parameter; null where it is not given, or is no such beginning, which is then noted. */
    public static VinPrefix read(Fields query, String name) {
        var given = query.text(name, 0, LONGEST).value();
        if (given == null) {
            return null;
        }
        var vin = Vin.of(given);
        var length = vin.value().length();
        if (vin.kind() == VinKind.MASKED || vin.kind() == VinKind.MALFORMED) {
            vin.problems().forEach(fault -> query.error(name, fault.code(), fault.character(), fault.position()));
            return null;
        }
        if (length < SHORTEST || length > Vin.LENGTH) {
            query.error(
                    name,
                    length < SHORTEST ? "string_too_short" : "string_too_long",
                    length < SHORTEST ? SHORTEST : Vin.LENGTH);
            return null;
        }
        return new VinPrefix(vin.value());
    }

    /** What every VIN that begins so is less than. */
    public String end() {
        return value + AFTER_ALL;
    }
}
