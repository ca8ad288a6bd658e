package org.quartermaster.catalog.pricelist;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.rest.Fields;

/** Prices that are made for a customer, a group or, by default, for everybody; named as the columns are. */
final class PriceList {
    private static final Rows<PriceList> ROWS = Rows.of(PriceList.class, PriceList::new);

    Long id;
    String code;
    String name;
    String currency;

    /** The lowest number is asked first. */
    int priority = 100;

    boolean isDefault;
    boolean isActive = true;
    Long customerGroupId;
    Long customerId;
    int version;
    Instant createdAt;
    Instant updatedAt;

    static PriceList read(Row row) {
        return ROWS.read(row);
    }

    void apply(Fields fields) {
        fields.text("code", 1, 64).to(value -> code = value);
        fields.text("name", 1, 300).to(value -> name = value);
        fields.text("currency", 3, 3).to(value -> currency = value);
        fields.integer("priority", Integer.MIN_VALUE, Integer.MAX_VALUE)
                .to(value -> priority = value == null ? 0 : value);
        fields.bool("is_default").to(value -> isDefault = Boolean.TRUE.equals(value));
        fields.bool("is_active").to(value -> isActive = Boolean.TRUE.equals(value));
        Numbers.id(fields, "customer_group_id").to(value -> customerGroupId = value);
        Numbers.id(fields, "customer_id").to(value -> customerId = value);
    }
}
