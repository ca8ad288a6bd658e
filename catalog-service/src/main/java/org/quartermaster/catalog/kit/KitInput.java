package org.quartermaster.catalog.kit;

import java.util.List;
import org.quartermaster.platform.rest.Fields;

/** A kit as a request gives it. */
record KitInput(
        String maintenanceType, String equipmentType, String brand, String model, String name, List<KitItem> items) {
    private static final int CODE = 64;
    private static final int NAME = 300;

    static KitInput read(Fields fields) {
        fields.require("maintenance_type", "name", "items");
        return new KitInput(
                fields.text("maintenance_type", 1, CODE).value(),
                fields.text("equipment_type", 0, CODE).value(),
                fields.text("brand", 0, NAME).value(),
                fields.text("model", 0, NAME).value(),
                fields.text("name", 1, NAME).value(),
                KitItem.read(fields));
    }

    boolean isOf(KitView kit) {
        return equals(new KitInput(
                kit.maintenanceType(), kit.equipmentType(), kit.brand(), kit.model(), kit.name(), kit.items()));
    }
}
