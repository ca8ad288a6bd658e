package org.quartermaster.procurement.cpv;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the list says of a code.
 *
 * @param code the listed code that is meant; null where there is none
 */
@Schema(name = "CpvVerdict")
record CpvVerdict(String input, Status status, String code, String message) {
    /** How far a code is right. NB: no formula gives all check digits, so the list decides. */
    @Schema(name = "CpvStatus")
    enum Status {
        VALID,
        CHECK_DIGIT_MISMATCH,
        UNKNOWN,
        MALFORMED
    }

    static CpvVerdict malformed(String input) {
        return new CpvVerdict(
                input,
                Status.MALFORMED,
                null,
                "8 digits, with or without check digit, or their first 2 to 7 are allowed");
    }

    /** @param listed codes by prefix */
    static CpvVerdict of(String input, Cpv code, Map<String, String> listed) {
        var found = listed.get(code.prefix());
        if (found == null) {
            return new CpvVerdict(input, Status.UNKNOWN, null, code.code8() + " is not in the list");
        }
        var isRight = code.checkDigit() == null || found.endsWith("-" + code.checkDigit());
        return isRight
                ? new CpvVerdict(input, Status.VALID, found, null)
                : new CpvVerdict(input, Status.CHECK_DIGIT_MISMATCH, found, "the listed code is " + found);
    }
}
