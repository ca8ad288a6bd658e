package org.quartermaster.catalog.inventory;

import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;

/** Filters that the lists of stock have in common. */
final class StockFilters {
    private StockFilters() {}

    /** @param alias of the table with the columns */
    static void byPlace(ListQuery list, Fields query, String alias) {
        var product = StockFields.id(query, "product_id");
        if (product != null) {
            list.where(alias + ".product_id = ?", product);
        }
        var warehouse = StockFields.id(query, "warehouse_id");
        if (warehouse != null) {
            list.where(alias + ".warehouse_id = ?", warehouse);
        }
    }

    /** @param alias of the table with the column */
    static void low(ListQuery list, Fields query, String alias) {
        query.bool("low").to(low -> list.where(alias + (low ? ".low_since is not null" : ".low_since is null")));
    }
}
