package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.activity.ActivityAction;
import org.quartermaster.catalog.activity.ActivityLog;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** Logs each price that an administrator let be below its floor. */
@ApplicationScoped
class Overrides {
    private final ActivityLog log;

    @Inject
    Overrides(ActivityLog log) {
        this.log = log;
    }

    /** @param written items that were just written */
    Uni<Void> note(UnitOfWork unit, long quotationId, List<QuotationItem> written) {
        var overridden = written.stream().filter(QuotationItem::isOverridden).toList();
        return InTurn.each(
                overridden,
                item -> log.note(unit, ActivityAction.OVERRIDE, Quotation.ENTITY, quotationId, details(item)));
    }

    private static Map<String, Object> details(QuotationItem item) {
        return Map.of("line_no", item.lineNo, "unit_price", item.unitPrice, "reason", item.overrideReason);
    }
}
