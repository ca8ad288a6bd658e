package org.quartermaster.equipment.machine;

import java.util.Locale;
import java.util.regex.Pattern;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.rest.Fields;

/** Takes the register data of a request over into a machine; POST, PUT and PATCH differ only in what they require. */
final class MachineFields {
    private static final String MAX_MONEY = "9999999999.99";
    private static final int METADATA_BYTES = 16 * 1024;
    private static final int METADATA_DEPTH = 8;
    private static final Pattern QR = Pattern.compile("[A-Za-z0-9._~-]{3,100}");
    private static final Pattern VIN = Pattern.compile("[A-Za-z0-9]{1,17}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private MachineFields() {}

    static void apply(Fields fields, Machine machine) {
        fields.text("name", 1, 200).to(value -> machine.name = value);
        fields.text("name_ar", 0, 200).to(value -> machine.nameAr = value);
        fields.word("equipment_type", EquipmentType.class).to(value -> machine.equipmentType = value);
        fields.word("status", MachineStatus.class).to(value -> machine.status = value);
        identity(fields, machine);
        purchase(fields, machine);
        fields.text("field_id", 0, 100).to(value -> machine.fieldId = value);
        fields.text("location_name", 0, 200).to(value -> machine.locationName = value);
        fields.integer("horsepower", 0, 100_000).to(value -> machine.horsepower = value);
        fields.decimal("fuel_capacity_liters", 2, "0", "999999.99").to(value -> machine.fuelCapacityLiters = value);
        fields.object("metadata", METADATA_BYTES, METADATA_DEPTH)
                .to(value -> machine.metadata = value == null ? null : value.toString());
        fields.integer("silent_after_minutes", 1, Integer.MAX_VALUE).to(value -> machine.silentAfterMinutes = value);
    }

    private static void identity(Fields fields, Machine machine) {
        fields.text("brand", 0, 100).to(value -> machine.brand = value);
        fields.text("model", 0, 100).to(value -> machine.model = value);
        fields.text("serial_number", 0, 100).to(value -> machine.serialNumber = value);
        fields.integer("year", 1900, 2100).to(value -> machine.year = value);
        fields.text("vin", 0, 17).to(value -> machine.vin = matching(fields, "vin", value, VIN));
    }

    private static void purchase(Fields fields, Machine machine) {
        fields.time("purchase_date").to(value -> machine.purchaseDate = value);
        fields.money("purchase_price", MAX_MONEY).to(value -> machine.purchasePrice = value);
        fields.text("purchase_currency", 0, 3)
                .to(value -> machine.purchaseCurrency = matching(
                        fields, "purchase_currency", value == null ? null : value.toUpperCase(Locale.ROOT), CURRENCY));
    }

    static void qrCode(Fields fields, Machine machine) {
        fields.text("qr_code", 3, 100).to(value -> machine.qrCode = matching(fields, "qr_code", value, QR));
    }

    private static String matching(Fields fields, String name, String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            fields.error(name, "string_pattern", pattern.pattern());
        }
        return value;
    }
}
