package org.quartermaster.procurement.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.SourceDate;

/** The values of a request as a release writes them: money, codes and times of the fields of one object. */
record SectionFields(Fields fields) {
    static final int LONG = 900_000;
    static final int LINE = 2_000;
    static final int NAME = 500;
    static final int ID = 100;

    private static final String MOST = "99999999999999999999.9999";
    private static final int DECIMALS = 4;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    void text(String name, int min, int max, ObjectNode target, String member) {
        fields.text(name, min, max).to(value -> target.put(member, value));
    }

    Field<BigDecimal> amount(String name) {
        return fields.decimal(name, DECIMALS, "0", MOST);
    }

    Field<String> currency(String name) {
        return coded(name, CURRENCY);
    }

    Field<String> coded(String name, Pattern form) {
        var code = fields.text(name, 0, ID);
        if (code.value() != null && !form.matcher(code.value()).matches()) {
            fields.error(name, "string_pattern", form.pattern());
        }
        return code;
    }

    /** An amount with its currency, as the value of the target. */
    void value(String amountName, String currencyName, ObjectNode target) {
        var amount = amount(amountName).value();
        var currency = currency(currencyName).value();
        if (amount != null && currency == null) {
            fields.error(currencyName, "currency_needed");
        }
        if (amount != null) {
            var value = target.putObject("value");
            value.set("amount", number(amount));
            value.put("currency", currency);
        }
    }

    /** A day or an instant with zone, as an instant: of a day its first second. */
    Field<String> start(String name) {
        var text = fields.text(name, 0, ID);
        return text.value() == null ? text : time(name, SourceDate.start(text.value(), ZoneOffset.UTC));
    }

    /** As {@link #start}, but of a day its last second. */
    Field<String> end(String name) {
        var text = fields.text(name, 0, ID);
        return text.value() == null ? text : time(name, SourceDate.end(text.value(), ZoneOffset.UTC));
    }

    private Field<String> time(String name, SourceDate date) {
        if (date == null) {
            fields.error(name, "datetime_parsing");
            return new Field<>(false, null);
        }
        return new Field<>(true, date.instant().toString());
    }

    /** Notes where a code is none of the CPV by its form. */
    void checkCpv(String name, String code) {
        if (Cpv.wholeCode(code).isEmpty()) {
            fields.error(name, "malformed_cpv");
        }
    }

    static JsonNode number(BigDecimal amount) {
        return amount == null ? Json.NODES.nullNode() : Json.NODES.numberNode(amount.stripTrailingZeros());
    }

    static ObjectNode classification(String code) {
        return Json.NODES.objectNode().put("scheme", "CPV").put("id", code);
    }
}
