package org.quartermaster.vehicle.unknown;

import org.quartermaster.platform.rest.Fields;

/**
 * What a word of a feed is taught to mean.
 *
 * @param labelEn of a code that is new; null where it is known
 */
record Lesson(Domain domain, String rawValue, String code, String labelEn, String labelAr) {
    private static final int LONGEST_WORD = 200;

    static Lesson read(Domain domain, Fields fields) {
        fields.require("raw_value", "code");
        var lesson = new Lesson(
                domain,
                fields.text("raw_value", 1, LONGEST_WORD).value(),
                fields.text("code", 1, 40).value(),
                fields.text("label_en", 1, 100).value(),
                fields.text("label_ar", 1, 100).value());
        if (lesson.code != null && !lesson.code.matches("[a-z0-9][a-z0-9_]*")) {
            fields.error("code", "not_a_code");
        }
        fields.checkStrictly();
        return lesson;
    }
}
