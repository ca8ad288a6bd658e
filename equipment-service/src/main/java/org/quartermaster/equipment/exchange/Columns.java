package org.quartermaster.equipment.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quartermaster.equipment.machine.MachineView;
import org.quartermaster.platform.db.Words;

/** The columns of a file of machines: the id, the fields of a new machine, its current values, and its metadata. */
final class Columns {
    static final String ID = "equipment_id";
    static final String METADATA = "metadata.";

    private static final Map<String, Function<MachineView, Object>> FIXED = fixed();

    private Columns() {}

    private static Map<String, Function<MachineView, Object>> fixed() {
        var columns = new LinkedHashMap<String, Function<MachineView, Object>>();
        columns.put(ID, MachineView::equipmentId);
        columns.put("name", MachineView::name);
        columns.put("name_ar", MachineView::nameAr);
        columns.put("equipment_type", view -> Words.of(view.equipmentType()));
        columns.put("status", view -> Words.of(view.status()));
        columns.put("brand", MachineView::brand);
        columns.put("model", MachineView::model);
        columns.put("serial_number", MachineView::serialNumber);
        columns.put("vin", MachineView::vin);
        columns.put("qr_code", MachineView::qrCode);
        columns.put("year", MachineView::year);
        columns.put("purchase_date", MachineView::purchaseDate);
        columns.put("purchase_price", MachineView::purchasePrice);
        columns.put("purchase_currency", MachineView::purchaseCurrency);
        columns.put("field_id", MachineView::fieldId);
        columns.put("location_name", MachineView::locationName);
        columns.put("horsepower", MachineView::horsepower);
        columns.put("fuel_capacity_liters", MachineView::fuelCapacityLiters);
        columns.put("silent_after_minutes", MachineView::silentAfterMinutes);
        columns.put("next_maintenance_at", MachineView::nextMaintenanceAt);
        columns.put("next_maintenance_hours", MachineView::nextMaintenanceHours);
        columns.put("current_fuel_percent", MachineView::currentFuelPercent);
        columns.put("current_hours", MachineView::currentHours);
        columns.put("current_km", MachineView::currentKm);
        columns.put("current_lat", MachineView::currentLat);
        columns.put("current_lon", MachineView::currentLon);
        return columns;
    }

    static List<String> names() {
        return List.copyOf(FIXED.keySet());
    }

    static boolean isKnown(String name) {
        return FIXED.containsKey(name) || (name.startsWith(METADATA) && name.length() > METADATA.length());
    }

    /** The value of a column that every machine has. */
    static Object value(String name, MachineView machine) {
        return FIXED.get(name).apply(machine);
    }
}
