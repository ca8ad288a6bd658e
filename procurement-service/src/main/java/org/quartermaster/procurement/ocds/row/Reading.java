package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.SourceDate;
import org.quartermaster.procurement.ocds.Texts;

/** Reads money, dates and codes out of a compiled release and tells what could not be taken as it stands. */
final class Reading {
    private static final int WHOLE_DIGITS = 20;
    private static final int DECIMALS = 4;
    private static final int MOST_DIGITS = 1000;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final SourceFacts source;
    private final String ocid;
    private final List<Issue> issues = new ArrayList<>();

    Reading(SourceFacts source, String ocid) {
        this.source = source;
        this.ocid = ocid;
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    Money money(JsonNode value, Pointer at) {
        var amount = number(value.path("amount"), at.at("amount"));
        if (amount == null) {
            return Money.UNKNOWN;
        }
        if (amount.signum() < 0) {
            warn(IssueCode.NEGATIVE_AMOUNT, at, "found " + amount.toPlainString() + ", a value below 0 was kept");
        }
        var currency = Texts.of(value.path("currency"));
        if (currency == null && source.defaultCurrency() != null) {
            currency = source.defaultCurrency();
            warn(IssueCode.CURRENCY_ASSUMED, at, "found no currency, " + currency + " of the source was taken");
        }
        return new Money(amount, currency != null && CURRENCY.matcher(currency).matches() ? currency : null);
    }

    /** A number that numeric(24,4) holds exactly, else null. */
    BigDecimal number(JsonNode value, Pointer at) {
        if (!value.isNumber()) {
            return null;
        }
        var number = value.decimalValue();
        if (fits(number)) {
            return number;
        }
        warn(IssueCode.NUMBER_DROPPED, at, "found a number of too many digits, allowed are 20 and 4 decimals");
        return null;
    }

    /** A number of any digits that the database takes, else null. */
    BigDecimal quantity(JsonNode value, Pointer at) {
        if (!value.isNumber()) {
            return null;
        }
        var number = value.decimalValue();
        if (Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
            return number;
        }
        warn(IssueCode.NUMBER_DROPPED, at, "found a number of more than " + MOST_DIGITS + " digits");
        return null;
    }

    private static boolean fits(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        return number.signum() == 0 && Math.abs((long) number.scale()) <= WHOLE_DIGITS
                || whole <= WHOLE_DIGITS
                        && whole > -DECIMALS
                        && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    Instant start(JsonNode text, Pointer at) {
        return date(text, at, SourceDate.start(Texts.of(text), source.zone()));
    }

    Instant end(JsonNode text, Pointer at) {
        return date(text, at, SourceDate.end(Texts.of(text), source.zone()));
    }

    private Instant date(JsonNode text, Pointer at, SourceDate date) {
        if (date == null) {
            if (Texts.of(text) != null) {
                warn(IssueCode.DATE_DROPPED, at, "found '" + text.asText() + "', allowed is a date of RFC 3339");
            }
            return null;
        }
        if (!date.isComplete()) {
            warn(IssueCode.DATE_COMPLETED, at, "found '" + text.asText() + "', taken as " + date.text());
        }
        return date.instant();
    }

    /** The 8 digits of a CPV code, else null. */
    String cpv(JsonNode classification, Pointer at) {
        var published = CpvScheme.code(classification);
        var code = Cpv.wholeCode(published);
        if (published != null && code.isEmpty()) {
            var message = "found '" + published + "', allowed are 8 digits, or with - and a check digit";
            warn(IssueCode.CPV_MALFORMED, at, message);
        }
        return code.orElse(null);
    }

    private void warn(IssueCode code, Pointer at, String message) {
        issues.add(new Issue(code, 0, ocid, null, at.toString(), message));
    }
}
