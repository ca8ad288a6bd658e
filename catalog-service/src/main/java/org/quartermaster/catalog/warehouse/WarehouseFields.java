package org.quartermaster.catalog.warehouse;

import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a warehouse. */
final class WarehouseFields {
    private WarehouseFields() {}

    static void apply(Fields fields, Warehouse warehouse) {
        fields.text("code", 1, 64).to(value -> warehouse.code = value);
        fields.text("name", 1, 300).to(value -> warehouse.name = value);
        fields.text("address", 0, 20_000).to(value -> warehouse.address = value);
        fields.integer("priority", Integer.MIN_VALUE, Integer.MAX_VALUE).to(value -> priority(warehouse, value));
        fields.bool("is_active").to(value -> warehouse.active = Boolean.TRUE.equals(value));
    }

    private static void priority(Warehouse warehouse, Integer value) {
        if (value != null) {
            warehouse.priority = value;
        }
    }
}
