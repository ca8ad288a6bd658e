package org.quartermaster.catalog.customergroup;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.rest.Fields;

/** Customers that share prices; named as the columns are. */
final class CustomerGroup {
    private static final Rows<CustomerGroup> ROWS = Rows.of(CustomerGroup.class, CustomerGroup::new);

    Long id;
    String code;
    String name;
    GroupPriceType priceType = GroupPriceType.BASE;
    BigDecimal discountPercent = BigDecimal.ZERO;
    int version;
    Instant createdAt;
    Instant updatedAt;

    static CustomerGroup read(Row row) {
        return ROWS.read(row);
    }

    void apply(Fields fields) {
        fields.text("code", 1, 64).to(value -> code = value);
        fields.text("name", 1, 300).to(value -> name = value);
        fields.word("price_type", GroupPriceType.class).to(value -> priceType = value);
        Numbers.percent(fields, "discount_percent", "100").to(value -> discountPercent = value);
    }
}
