package org.quartermaster.vehicle.sale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.market.LotView;

/**
 * What a request says of a sale.
 *
 * @param buyer the organization that bought the lot, or null
 */
public record SaleInput(
        Field<Instant> saleDate,
        Field<SaleStatus> status,
        Field<BigDecimal> finalBid,
        Field<String> currencyCode,
        Field<String> note,
        UUID buyer) {
    private static final String MAX_MONEY = "999999999999.99";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Reads a body; which fields must be there, or not be null, its kind of nulls says. */
    public static SaleInput read(Fields fields) {
        fields.require("sale_date", "status");
        var input = new SaleInput(
                fields.time("sale_date"),
                fields.word("status", SaleStatus.class),
                fields.money("final_bid", MAX_MONEY),
                fields.text("currency_code", 0, 3),
                fields.text("note", 0, 2_000),
                fields.uuid("buyer_organization_id").value());
        var currency = input.currencyCode.value();
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            fields.error("currency_code", "string_pattern", CURRENCY.pattern());
        }
        var date = input.saleDate.value();
        if (date != null && date.isAfter(Instant.now().plus(AHEAD))) {
            fields.error("sale_date", "in_future");
        }
        fields.checkStrictly();
        return input;
    }

    /** The terms of a new sale; a bid without a currency is in that of the lot. */
    SaleTerms of(LotView lot) {
        var currency =
                currencyCode.value() == null && finalBid.value() != null ? lot.currencyCode() : currencyCode.value();
        return checked(new SaleTerms(saleDate.value(), status.value(), finalBid.value(), currency, note.value()));
    }

    /** The terms of a sale that is corrected. */
    SaleTerms over(SaleTerms before) {
        return checked(new SaleTerms(
                saleDate.given() ? saleDate.value() : before.saleDate(),
                status.given() ? status.value() : before.status(),
                finalBid.given() ? finalBid.value() : before.finalBid(),
                currencyCode.given() ? currencyCode.value() : before.currencyCode(),
                note.given() ? note.value() : before.note()));
    }

    private SaleTerms checked(SaleTerms terms) {
        if (terms.finalBid() != null && terms.currencyCode() == null) {
            throw Problem.invalid("currency_code", "missing");
        }
        if (buyer != null && terms.status() != SaleStatus.SOLD) {
            throw Problem.invalid("buyer_organization_id", "buyer_without_sale");
        }
        return terms;
    }
}
