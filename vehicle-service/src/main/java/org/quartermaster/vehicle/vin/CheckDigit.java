package org.quartermaster.vehicle.vin;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The judgement on position 9 of a VIN (49 CFR 565.15; GB 16735).
 *
 * @param expected what position 9 has to be, or null where the text has no 17 allowed characters
 * @param actual what it is
 */
public record CheckDigit(Status status, String expected, String actual, Reason reason) {
    private static final int POSITION = 8;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    /** Values of the letters A to Z; those of I, O and Q are never asked for. */
    private static final String VALUES = "12345678.12345.7.923456789";

    private static final Set<String> COMPULSORY_MARKETS = Set.of("US", "CA", "CN");

    /** Whether position 9 is what the others say. */
    @Schema(name = "CheckDigitStatus")
    public enum Status {
        VALID,
        MISMATCH,
        NOT_APPLICABLE
    }

    /** Why. */
    @Schema(name = "CheckDigitReason")
    public enum Reason {
        MATCHES,
        /** Whoever gave this first character has to use the check digit. */
        COMPULSORY_BY_MAKER,
        /** The market asks for it, and position 9 may be one. */
        COMPULSORY_BY_MARKET,
        /** Builders elsewhere use position 9 freely. */
        NOT_COMPULSORY,
        NOT_17_CHARACTERS
    }

    /** @param market country that the vehicle is sold in (ISO 3166-1 alpha-2), or null */
    static CheckDigit of(Vin vin, String market) {
        if (vin.kind() != VinKind.VIN17) {
            return new CheckDigit(Status.NOT_APPLICABLE, null, null, Reason.NOT_17_CHARACTERS);
        }
        var expected = compute(vin.value());
        var actual = vin.value().charAt(POSITION);
        var reason = expected == actual ? Reason.MATCHES : reason(vin.value(), market);
        var status =
                switch (reason) {
                    case MATCHES -> Status.VALID;
                    case COMPULSORY_BY_MAKER, COMPULSORY_BY_MARKET -> Status.MISMATCH;
                    case NOT_COMPULSORY, NOT_17_CHARACTERS -> Status.NOT_APPLICABLE;
                };
        return new CheckDigit(status, String.valueOf(expected), String.valueOf(actual), reason);
    }

    /** True when position 9 of 17 allowed characters is what the others say. */
    static boolean matches(String vin) {
        return compute(vin) == vin.charAt(POSITION);
    }

    private static Reason reason(String vin, String market) {
        if ("123457L".indexOf(vin.charAt(0)) >= 0) {
            return Reason.COMPULSORY_BY_MAKER;
        }
        var mayBeOne = "0123456789X".indexOf(vin.charAt(POSITION)) >= 0;
        return mayBeOne && market != null && COMPULSORY_MARKETS.contains(market)
                ? Reason.COMPULSORY_BY_MARKET
                : Reason.NOT_COMPULSORY;
    }

    private static char compute(String vin) {
        var sum = 0;
        for (var i = 0; i < Vin.LENGTH; i++) {
            sum += WEIGHTS[i] * value(vin.charAt(i));
        }
        var rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    private static int value(char character) {
        return (character <= '9' ? character : VALUES.charAt(character - 'A')) - '0';
    }
}
