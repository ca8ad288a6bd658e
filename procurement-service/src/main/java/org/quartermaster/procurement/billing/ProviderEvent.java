package org.quartermaster.procurement.billing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.quartermaster.platform.rest.Fields;

/**
 * What the provider of payments tells.
 *
 * @param created when the provider made it
 * @param facts null for a type that nothing is done about
 */
record ProviderEvent(String id, String type, Instant created, Facts facts) {
    static final String CREATED = "customer.subscription.created";
    static final String UPDATED = "customer.subscription.updated";
    static final String DELETED = "customer.subscription.deleted";
    static final String TRIAL_WILL_END = "customer.subscription.trial_will_end";
    static final String PAID = "invoice.paid";
    static final String PAYMENT_FAILED = "invoice.payment_failed";

    private static final long LATEST = 253_402_300_799L;

    /** Reads the body of a webhook; 422 for one that is none. */
    static ProviderEvent read(ObjectNode body) {
        var fields = Fields.ofJson(body, Fields.Nulls.IGNORED);
        fields.require("id", "type");
        var id = fields.text("id", 1, 255).value();
        var type = fields.text("type", 1, 100).value();
        var created = body.path("created");
        if (!created.isIntegralNumber()
                || !created.canConvertToLong()
                || created.asLong() < 0
                || created.asLong() > LATEST) {
            fields.error("created", created.isMissingNode() ? "missing" : "type");
        }
        Facts facts = null;
        if (type != null && isKnown(type)) {
            var object = body.path("data").path("object");
            if (object.isObject()) {
                facts = Facts.read(type, object, fields);
            } else {
                fields.error("data.object", "missing");
            }
        }
        fields.check();
        return new ProviderEvent(id, type, Instant.ofEpochSecond(created.asLong()), facts);
    }

    private static boolean isKnown(String type) {
        return switch (type) {
            case CREATED, UPDATED, DELETED, TRIAL_WILL_END, PAID, PAYMENT_FAILED -> true;
            default -> false;
        };
    }

    /** Whether it says what a subscription is now. */
    boolean isState() {
        return type.equals(CREATED) || type.equals(UPDATED) || type.equals(DELETED);
    }
}
