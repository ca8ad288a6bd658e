package org.quartermaster.catalog.reservation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.quartermaster.catalog.inventory.StockFields;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads what clients ask of reservations. */
final class ReservationFields {
    private static final int MAX_LINES = 1_000;
    private static final int MAX_SECONDS = 2_592_000;

    private ReservationFields() {}

    static ReservationOrder read(Caller caller, Fields fields) {
        fields.require("reference", "lines");
        var reference = fields.text("reference", 1, 300).value();
        var given = fields.items("lines", MAX_LINES);
        if (given.isEmpty() && fields.errors().isEmpty()) {
            fields.error("lines", "lines.empty");
        }
        var expiresAt = expiry(fields);
        var split = fields.bool("allow_split").or(true);
        var lines = new ArrayList<WantedLine>();
        for (var i = 0; i < given.size(); i++) {
            lines.add(line(given.get(i), "lines[" + i + "]"));
        }
        fields.checkStrictly();
        return new ReservationOrder(caller, reference, null, lines, expiresAt, split);
    }

    private static WantedLine line(Fields fields, String name) {
        fields.require("product_id", "quantity");
        var product = StockFields.id(fields, "product_id");
        var quantity =
                StockFields.quantity(fields, "quantity", StockFields.LEAST).value();
        var uom = fields.text("uom", 1, 64).value();
        var warehouse = StockFields.id(fields, "warehouse_id");
        return new WantedLine(name, product == null ? 0 : product, quantity, uom, warehouse);
    }

    static Instant extension(Fields fields) {
        fields.require("expires_in_seconds");
        var expiresAt = expiry(fields);
        fields.checkStrictly();
        return expiresAt;
    }

    private static Instant expiry(Fields fields) {
        var seconds = fields.integer("expires_in_seconds", 1, MAX_SECONDS).value();
        return seconds == null
                ? null
                : Instant.now().truncatedTo(ChronoUnit.MICROS).plusSeconds(seconds);
    }
}
