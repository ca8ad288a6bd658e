package org.quartermaster.equipment.fault;

import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.rest.Fields;

/** What a person says about a fault; the same with and without a login. */
public final class FaultFields {
    private static final int TITLE = 200;
    private static final int DESCRIPTION = 2_000;
    private static final int PERSON = 100;

    private FaultFields() {}

    /** A report of what the request says; wrong and unknown fields are 422. */
    public static FaultReport read(Fields fields) {
        var fault = new FaultReport();
        fields.require("title");
        fault.title = fields.text("title", 1, TITLE).value();
        fault.description = fields.text("description", 0, DESCRIPTION).value();
        fault.severity = fields.word("severity", Priority.class).or(Priority.MEDIUM);
        fault.reporterName = fields.text("reporter_name", 0, PERSON).value();
        fault.reporterContact = fields.text("reporter_contact", 0, PERSON).value();
        fields.checkStrictly();
        return fault;
    }
}
