package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.inventory.StockShortage;
import org.quartermaster.catalog.reservation.QuotationHold.Backorder;
import org.quartermaster.platform.change.UnitOfWork;

/** Stock of quotations, within the transaction of their acceptance; lock the quotation before. */
@ApplicationScoped
public class QuotationStock {
    private static final String HELD = "select " + ReservationTable.COLUMNS
            + " from catalog.stockreservation r where r.tenant_id = $1 and r.quotation_id = $2 and r.state = 'held'";

    private final ReservationTable table;
    private final Holding holding;
    private final Endings endings;
    private final StockShortage shortage;

    @Inject
    QuotationStock(ReservationTable table, Holding holding, Endings endings, StockShortage shortage) {
        this.table = table;
        this.holding = holding;
        this.endings = endings;
        this.shortage = shortage;
    }

    /** What to do where stock does not suffice. */
    public enum OnShortage {
        /** Hold nothing: 409 {@code stock.insufficient}. */
        FAIL,
        /** Hold what there is. */
        BACKORDER
    }

    /**
     * Holds the lines of a quotation; those of products without stock rows are only listed. 422 for a product that was
     * deleted, and for a unit that is neither a pack of it nor convertible.
     *
     * @param reference of the reservation, such as the quotation's number
     */
    public Uni<QuotationHold> hold(
            UnitOfWork unit,
            long quotationId,
            String reference,
            List<WantedLine> lines,
            Instant expiresAt,
            OnShortage onShortage) {
        var order = new ReservationOrder(unit.caller(), reference, quotationId, lines, expiresAt, true);
        return holding.hold(unit, order, allocation -> judge(allocation, onShortage))
                .map(QuotationStock::answer);
    }

    private void judge(Allocation allocation, OnShortage onShortage) {
        if (onShortage == OnShortage.FAIL && !allocation.shortfalls().isEmpty()) {
            throw shortage.problem(allocation.shortfalls().stream()
                    .map(Allocation.Shortfall::reason)
                    .toList());
        }
    }

    private static QuotationHold answer(Holding.Held held) {
        var allocation = held.allocation();
        var missing = allocation.shortfalls().stream()
                .map(shortfall -> new Backorder(
                        shortfall.demand().line(), shortfall.demand().quantity(), shortfall.available()))
                .toList();
        var untracked = allocation.untracked().stream().map(Demand::line).toList();
        return new QuotationHold(held.reservation(), missing, untracked);
    }

    /** Gives back what is held for a quotation; nothing where nothing is. */
    public Uni<Void> release(UnitOfWork unit, long quotationId) {
        return unit.run(HELD, unit.caller().tenant(), quotationId)
                .map(rows -> {
                    var found = new ArrayList<ReservationView>();
                    rows.forEach(row -> found.add(table.view(row)));
                    return found;
                })
                .chain(found -> endings.end(unit, found, ReservationState.RELEASED))
                .replaceWithVoid();
    }
}
