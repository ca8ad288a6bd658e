package org.quartermaster.catalog.specification;

import java.math.BigDecimal;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a specification; what they mean is for {@link Feature} to say. */
final class SpecificationFields {
    private static final String MOST = "1000000000000000";
    private static final int NAME = 300;
    private static final int CODE = 64;
    private static final int PLACES = 15;

    private SpecificationFields() {}

    static void apply(Fields fields, Saving saving, Specification specification) {
        var isNewValue = saving == Saving.PART && givesValue(fields);
        if (isNewValue) {
            forgetValue(specification);
        }
        saving.take(Input.line(fields, "spec_name", 0, NAME), value -> specification.specName = value);
        saving.take(fields.text("spec_value", 0, 20_000), value -> specification.specValue = value);
        saving.take(Input.line(fields, "spec_category", 0, NAME), value -> specification.specCategory = value);
        saving.take(Input.line(fields, "unit", 0, CODE), value -> specification.unit = value);
        saving.take(fields.bool("is_searchable"), true, value -> specification.isSearchable = value);
        saving.take(Input.line(fields, "feature_id", 0, CODE), value -> specification.featureId = value);
        saving.take(Input.line(fields, "value_code", 0, CODE), value -> specification.valueCode = value);
        saving.take(number(fields, "value_num"), value -> specification.valueNum = value);
        saving.take(number(fields, "value_low"), value -> specification.valueLow = value);
        saving.take(number(fields, "value_high"), value -> specification.valueHigh = value);
        saving.take(fields.bool("value_bool"), value -> specification.valueBool = value);
        saving.take(Input.line(fields, "no_value_reason", 0, 2), value -> {
            if (value != null && !value.matches("NA|MV|UN")) {
                fields.error("no_value_reason", "enum", "NA, MV, UN");
            }
            specification.noValueReason = value;
        });
        specification.source = "manual";
        if (specification.specName == null && specification.featureId == null) {
            fields.error("spec_name", "missing");
        }
    }

    private static Field<BigDecimal> number(Fields fields, String name) {
        var number = Numbers.exact(fields, name, PLACES, "-" + MOST, MOST);
        return number.value() == null
                ? number
                : new Field<>(true, number.value().stripTrailingZeros());
    }

    private static boolean givesValue(Fields fields) {
        return fields.names().stream()
                .anyMatch(name -> name.startsWith("value_")
                        || name.equals("spec_value")
                        || name.equals("unit")
                        || name.equals("no_value_reason")
                        || name.equals("feature_id"));
    }

    /** NB: a value stands in several columns; a new one must not leave parts of the old. The unit stays. */
    private static void forgetValue(Specification specification) {
        specification.specValue = null;
        specification.valueCode = null;
        specification.valueNum = null;
        specification.valueLow = null;
        specification.valueHigh = null;
        specification.valueBool = null;
        specification.noValueReason = null;
    }
}
