package org.quartermaster.catalog.rfp;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** Takes what a client says of a request over, and looks whether what it names is there. */
final class RfpFields {
    private static final int MAX_NAME = 300;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String CUSTOMER =
            "select 1 from catalog.customer where tenant_id = $1 and id = $2 and deleted_at is null";
    private static final String KNOWN_CURRENCY = "select 1 from catalog.currency where code = $1";

    private RfpFields() {}

    /** What may be said when it comes in. */
    static void apply(Fields fields, RfpDocument rfp) {
        fields.text("client_name", 0, MAX_NAME).to(value -> rfp.clientName = value);
        Numbers.id(fields, "customer_id").to(value -> rfp.customerId = value);
        fields.date("deadline").to(value -> rfp.deadline = value);
        fields.text("currency", 0, 3).to(value -> rfp.currency = currency(fields, value));
    }

    /** What may be changed later. */
    static void applyPatch(Fields fields, RfpDocument rfp) {
        apply(fields, rfp);
        Numbers.amount(fields, "project_value").to(value -> rfp.projectValue = value);
        fields.word("state", RfpState.class).to(value -> {
            if (value == RfpState.REVIEWED || value == RfpState.REJECTED) {
                rfp.state = value;
            } else {
                fields.error("state", "enum", "reviewed, rejected");
            }
        });
    }

    private static String currency(Fields fields, String value) {
        if (value != null && !CURRENCY.matcher(value).matches()) {
            fields.error("currency", "string_pattern", CURRENCY.pattern());
        }
        return value;
    }

    /** 422 for a customer or currency that there is not. */
    static Uni<Void> requireReferences(UnitOfWork unit, RfpDocument rfp) {
        return unit.runAll(List.of(
                        Query.of(CUSTOMER, unit.caller().tenant(), rfp.customerId),
                        Query.of(KNOWN_CURRENCY, rfp.currency)))
                .invoke(found -> {
                    if (rfp.customerId != null && found.get(0).size() == 0) {
                        throw Problem.invalid("customer_id", "reference.unknown");
                    }
                    if (rfp.currency != null && found.get(1).size() == 0) {
                        throw Problem.invalid("currency", "reference.unknown");
                    }
                })
                .replaceWithVoid();
    }
}
