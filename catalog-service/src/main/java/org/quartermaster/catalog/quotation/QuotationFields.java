package org.quartermaster.catalog.quotation;

import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Fields;

/** Reads what a request says of the head of a quotation. */
final class QuotationFields {
    private static final int NAME = 300;
    private static final int TEXT = 20_000;
    private static final int CURRENCY = 3;

    private QuotationFields() {}

    static void read(Fields fields, Quotation head) {
        Numbers.id(fields, "customer_id").to(value -> head.customerId = value);
        fields.text("client_name", 1, NAME).to(value -> head.clientName = value);
        fields.text("client_email", 0, NAME).to(value -> head.clientEmail = value);
        fields.text("project_title", 1, NAME).to(value -> head.projectTitle = value);
        fields.text("currency", CURRENCY, CURRENCY).to(value -> head.currency = value);
        fields.time("valid_until").to(value -> head.validUntil = value);
        fields.text("terms_conditions", 0, TEXT).to(value -> head.termsConditions = value);
        fields.text("notes", 0, TEXT).to(value -> head.notes = value);
    }

    /**
     * As {@link #read}, for one that is there. As a whole it is what a new one would be, but for currency and validity,
     * which stay where they are not named; of its parts only the customer, the e-mail and the two texts can be taken
     * away.
     */
    static void change(Fields fields, Saving saving, Quotation head) {
        if (saving == Saving.WHOLE) {
            head.customerId = null;
            head.clientName = null;
            head.clientEmail = null;
            head.termsConditions = null;
            head.notes = null;
            fields.require("project_title");
        } else {
            fields.require("client_name", "project_title", "currency", "valid_until");
        }
        read(fields, head);
        if (saving == Saving.WHOLE && head.customerId == null) {
            fields.require("client_name");
        }
    }
}
