package org.quartermaster.equipment.maintenance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a record. */
final class RecordFields {
    private static final String MAX_COST = "99999999.99";
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_PART = 200;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private RecordFields() {}

    /** A record and its part lines. */
    record Given(MaintenanceRecord record, List<PartLine> parts) {

        /** The same work on another machine. */
        Given copy(RecordSource source) {
            var copy = record.work();
            copy.source = source;
            return new Given(copy, parts);
        }
    }

    /** What a record of one machine may hold. */
    static Given read(Fields fields) {
        var given = readForMany(fields);
        var record = given.record();
        record.performedHours =
                fields.decimal("performed_hours", 2, "0", "1000000").value();
        record.performedKm = fields.decimal("performed_km", 1, "0", "100000000").value();
        record.planId = fields.text("plan_id", 0, 50).value();
        record.alertId = fields.text("alert_id", 0, 50).value();
        return given;
    }

    /** What is the same on many machines. */
    static Given readForMany(Fields fields) {
        var record = new MaintenanceRecord();
        fields.require("maintenance_type", "description");
        record.maintenanceType =
                fields.word("maintenance_type", MaintenanceType.class).value();
        record.description = fields.text("description", 1, MAX_TEXT).value();
        record.descriptionAr = fields.text("description_ar", 0, MAX_TEXT).value();
        record.performedBy = fields.text("performed_by", 0, 100).value();
        record.notes = fields.text("notes", 0, MAX_TEXT).value();
        record.cost = fields.money("cost", MAX_COST).value();
        record.currency = currency(fields);
        record.partsReplaced = replaced(fields);
        record.performedAt = fields.time("performed_at").value();
        record.labourHours = fields.decimal("labour_hours", 2, "0", "9999.99").value();
        record.downtimeMinutes =
                fields.integer("downtime_minutes", 0, Integer.MAX_VALUE).value();
        return new Given(record, PartLine.read(fields));
    }

    private static String[] replaced(Fields fields) {
        var texts = fields.texts("parts_replaced").stream().map(String::strip).toList();
        for (var text : texts) {
            if (text.codePointCount(0, text.length()) > MAX_PART) {
                fields.error("parts_replaced", "string_too_long", MAX_PART);
            }
        }
        return texts.isEmpty() ? null : texts.toArray(String[]::new);
    }

    static String currency(Fields fields) {
        var given = fields.text("currency", 0, 3).value();
        var currency = given == null ? null : given.toUpperCase(Locale.ROOT);
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            fields.error("currency", "string_pattern", CURRENCY.pattern());
        }
        return currency;
    }
}
