package org.quartermaster.vehicle.unknown;

import org.quartermaster.platform.rest.Fields;

/**
 * What a word of a feed is taught to mean.
 *
 * @param labelEn of a code that is new; null where it is known
 */
record Lesson(Domain domain, String rawValue, String code, String labelEn, String labelAr) {
    private static final int LONGEST_WORD = 200;

    static Lesson read(String domain, Fields fields) {
        fields.require("raw_value", "code");
        var rawValue = fields.text("raw_value", 1, LONGEST_WORD).value();
        var code = fields.text("code", 1, 40).value();
        var labelEn = fields.text("label_en", 1, 100).value();
        var labelAr = fields.text("label_ar", 1, 100).value();
        if (code != null && !code.matches("[a-z0-9][a-z0-9_]*")) {
            fields.error("code", "not_a_code");
        }
        fields.checkStrictly();
        return new Lesson(Domain.of(domain), rawValue, code, labelEn, labelAr);
    }
}
