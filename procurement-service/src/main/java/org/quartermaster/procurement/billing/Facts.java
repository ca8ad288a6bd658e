package org.quartermaster.procurement.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.quartermaster.platform.rest.Fields;

/**
 * What is kept of the object of an event of the provider; no name, no address.
 *
 * @param amount in the currency itself; null where none is told, or its currency is not known to ISO 4217
 * @param fingerprint of the means of payment, as the provider gives it
 */
record Facts(
        String subscription,
        String customer,
        String status,
        String price,
        String interval,
        Instant periodStart,
        Instant periodEnd,
        boolean cancelAtPeriodEnd,
        Instant cancelledAt,
        BigDecimal amount,
        String currency,
        String fingerprint) {
    private static final long LATEST = 253_402_300_799L;
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999");

    /** Reads the object; what is wrong with it is noted in the fields. */
    static Facts read(String type, JsonNode object, Fields errors) {
        var reader = new Reader(object, errors);
        return type.startsWith("invoice.") ? invoice(type, reader) : subscription(reader);
    }

    private static Facts subscription(Reader reader) {
        var item = reader.object.path("items").path("data").path(0);
        var price = reader.text(item.path("price").path("id"), "items.data[0].price.id");
        return new Facts(
                reader.required(reader.object.path("id"), "id"),
                reader.id("customer"),
                reader.text(reader.object.path("status"), "status"),
                price,
                interval(item, price),
                reader.either("current_period_start", item),
                reader.either("current_period_end", item),
                reader.object.path("cancel_at_period_end").asBoolean(false),
                reader.time(reader.object.path("canceled_at"), "canceled_at"),
                null,
                null,
                reader.text(
                        reader.object
                                .path("default_payment_method")
                                .path("card")
                                .path("fingerprint"),
                        "default_payment_method.card.fingerprint"));
    }

    /** NB: a price without a word on its interval is one of the mock, whose name says it. */
    private static String interval(JsonNode item, String price) {
        var told = item.path("price").path("recurring").path("interval").asText("");
        if (told.equals("month") || told.equals("year")) {
            return told;
        }
        if (price == null) {
            return null;
        }
        return price.endsWith("_month") ? "month" : price.endsWith("_year") ? "year" : null;
    }

    private static Facts invoice(String type, Reader reader) {
        var currency = reader.text(reader.object.path("currency"), "currency");
        var told = type.equals("invoice.paid") ? "amount_paid" : "amount_due";
        var minor = reader.object.path(reader.object.has(told) ? told : "total");
        var subscription = reader.id("subscription");
        return new Facts(
                subscription != null
                        ? subscription
                        : reader.text(
                                reader.object
                                        .path("parent")
                                        .path("subscription_details")
                                        .path("subscription"),
                                "parent.subscription_details.subscription"),
                reader.id("customer"),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                reader.amount(minor, currency, told),
                currency == null || !currency.matches("[A-Za-z]{3}") ? null : currency.toUpperCase(Locale.ROOT),
                null);
    }

    /** As it is kept. */
    JsonObject json() {
        return new JsonObject()
                .put("subscription", subscription)
                .put("customer", customer)
                .put("status", status)
                .put("price", price)
                .put("interval", interval)
                .put("period_start", periodStart == null ? null : periodStart.toString())
                .put("period_end", periodEnd == null ? null : periodEnd.toString())
                .put("cancel_at_period_end", cancelAtPeriodEnd)
                .put("cancelled_at", cancelledAt == null ? null : cancelledAt.toString())
                .put("fingerprint", fingerprint);
    }

    /** What was kept; amounts stand in columns of their own. */
    static Facts of(JsonObject kept) {
        return new Facts(
                kept.getString("subscription"),
                kept.getString("customer"),
                kept.getString("status"),
                kept.getString("price"),
                kept.getString("interval"),
                instant(kept.getString("period_start")),
                instant(kept.getString("period_end")),
                kept.getBoolean("cancel_at_period_end", false),
                instant(kept.getString("cancelled_at")),
                null,
                null,
                kept.getString("fingerprint"));
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }

    /** Amounts come in minor units: 3299 eur is 32.99, 3299 jpy is 3299 (ISO 4217). Null for an unknown currency. */
    static BigDecimal major(BigDecimal minor, String currency) {
        try {
            var digits = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
            return digits < 0 ? null : minor.movePointLeft(digits).setScale(digits);
        } catch (IllegalArgumentException | IllformedLocaleException unknown) {
            return null;
        }
    }

    /** Takes values out of an object whose form is the provider's. */
    private record Reader(JsonNode object, Fields errors) {
        private static final int MAX = 255;

        String text(JsonNode node, String name) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (!node.isTextual()
                    || node.asText().length() > MAX
                    || node.asText().indexOf('\0') >= 0) {
                errors.error("data.object." + name, "type");
                return null;
            }
            return node.asText();
        }

        String required(JsonNode node, String name) {
            var text = text(node, name);
            if (text == null || text.isBlank()) {
                errors.error("data.object." + name, "missing");
            }
            return text;
        }

        /** An id, or the object that has it. */
        String id(String name) {
            var node = object.path(name);
            return text(node.isObject() ? node.path("id") : node, name);
        }

        Instant either(String name, JsonNode item) {
            return time(object.hasNonNull(name) ? object.path(name) : item.path(name), name);
        }

        Instant time(JsonNode node, String name) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0 || node.asLong() > LATEST) {
                errors.error("data.object." + name, "type");
                return null;
            }
            return Instant.ofEpochSecond(node.asLong());
        }

        BigDecimal amount(JsonNode node, String currency, String name) {
            if (node.isMissingNode() || node.isNull() || currency == null) {
                return null;
            }
            if (!node.isIntegralNumber() || node.decimalValue().abs().compareTo(LARGEST) > 0) {
                errors.error("data.object." + name, "type");
                return null;
            }
            return major(node.decimalValue(), currency);
        }
    }
}
