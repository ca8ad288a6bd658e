package org.quartermaster.catalog.tendersubscription;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a subscription. */
final class TenderSubscriptionFields {
    private static final ProblemType CPV_FORM = new ProblemType(422, "cpv.form");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");
    private static final String MAX_MONEY = "999999999999999.9999";
    private static final int LONGEST_GIVEN = 64;
    private static final int LONGEST_NOTES = 20_000;
    private static final int MONEY_DECIMALS = 4;
    private static final int READ_DECIMALS = 12;

    private TenderSubscriptionFields() {}

    static TenderSubscription read(Fields fields) {
        fields.require("cpv_prefix");
        var said = new TenderSubscription();
        fields.text("cpv_prefix", 0, LONGEST_GIVEN).to(value -> said.cpvPrefix = value);
        fields.bool("is_active").to(value -> said.isActive = value);
        fields.bool("draft_quotation").to(value -> said.draftQuotation = value);
        Numbers.id(fields, "customer_group_id").to(value -> said.customerGroupId = value);
        said.minValue = money(fields, "min_value");
        said.maxValue = money(fields, "max_value");
        fields.text("notes", 0, LONGEST_NOTES).to(value -> said.notes = value);
        if (said.minValue != null && said.maxValue != null && said.minValue.compareTo(said.maxValue) > 0) {
            fields.error("max_value", "greater_than_equal", said.minValue.toPlainString());
        }
        fields.checkStrictly();
        if (said.cpvPrefix == null || !PREFIX.matcher(said.cpvPrefix).matches()) {
            throw Problem.invalid(CPV_FORM, List.of(new Problem.FieldError("cpv_prefix", CPV_FORM.code())));
        }
        return said;
    }

    private static BigDecimal money(Fields fields, String name) {
        var value = fields.decimal(name, READ_DECIMALS, "0", MAX_MONEY).value();
        if (value != null && value.stripTrailingZeros().scale() > MONEY_DECIMALS) {
            fields.error(name, "decimal_max_places", MONEY_DECIMALS);
        }
        return value;
    }
}
