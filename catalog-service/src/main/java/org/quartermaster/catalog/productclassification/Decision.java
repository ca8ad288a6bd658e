package org.quartermaster.catalog.productclassification;

import org.quartermaster.platform.rest.Fields;

/**
 * What a person decides about a classification.
 *
 * @param ifMatch what the client asks of its version, or null
 */
record Decision(long id, Verdict verdict, String ifMatch) {

    enum Verdict {
        CONFIRMED,
        REJECTED;

        Status status() {
            return this == CONFIRMED ? Status.CONFIRMED : Status.REJECTED;
        }
    }

    /** The decision of one item of a batch; {@code null} where it has none that can be read. */
    static Decision read(Fields fields) {
        fields.require("id", "verdict");
        var id = fields.decimal("id", 0, "1", "9223372036854775807").value();
        var verdict = fields.word("verdict", Verdict.class).value();
        return id == null || verdict == null ? null : new Decision(id.longValue(), verdict, null);
    }
}
