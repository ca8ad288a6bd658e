package org.quartermaster.procurement.news;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.tenant.KnownTenants;

/** The managers are told when the stock of a product runs low. */
@ApplicationScoped
class StockConsumer implements EventConsumer<StockConsumer.LowStock> {
    private final KnownTenants tenants;
    private final Notices notices;

    @Inject
    StockConsumer(KnownTenants tenants, Notices notices) {
        this.tenants = tenants;
        this.notices = notices;
    }

    /** What is read of an inventory. */
    record LowStock(String productId, String sku, String warehouse, BigDecimal available, BigDecimal reorderQuantity) {}

    @Override
    public String subject() {
        return "qm.catalog.*.inventory.low";
    }

    @Override
    public Class<LowStock> data() {
        return LowStock.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<LowStock> event) {
        return tenants.ifKnown(unit, "stock", () -> notices.tellMembers(unit, NewsReaders.ROLES, notice(event)));
    }

    private static Notice notice(Event<LowStock> event) {
        var stock = event.data();
        var title = "Low stock: " + Objects.requireNonNullElse(stock.sku(), event.entityId());
        var message = "%s available%s."
                .formatted(
                        stock.available() == null ? "?" : stock.available().toPlainString(),
                        stock.warehouse() == null ? "" : " in " + stock.warehouse());
        return Notice.of(null, NoticeType.INVENTORY, title, message, event.id()).with(details(stock));
    }

    private static Map<String, Object> details(LowStock stock) {
        var details = new LinkedHashMap<String, Object>();
        details.put("product_id", stock.productId());
        details.put("sku", stock.sku());
        details.put("warehouse", stock.warehouse());
        details.put("available", stock.available());
        details.put("reorder_quantity", stock.reorderQuantity());
        return details;
    }
}
