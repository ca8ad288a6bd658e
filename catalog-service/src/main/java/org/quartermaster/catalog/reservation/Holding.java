package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.quartermaster.catalog.inventory.Cause;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.MovementKind;
import org.quartermaster.catalog.inventory.StockLedger;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** Holds stock. Expired reservations of the same products are freed first, as nobody may have ended them yet. */
@ApplicationScoped
class Holding {
    private final ReservationTable table;
    private final Endings endings;

    @Inject
    Holding(ReservationTable table, Endings endings) {
        this.table = table;
        this.endings = endings;
    }

    /**
     * What came of it.
     *
     * @param reservation null where there was nothing to hold
     */
    record Held(ReservationView reservation, Allocation allocation) {}

    /** @param judge refuses what it does not want held; then nothing is */
    Uni<Held> hold(UnitOfWork unit, ReservationOrder order, Consumer<Allocation> judge) {
        return Preparation.read(unit, order).chain(known -> StockLedger.lock(unit, known.products())
                .call(stock -> endings.expire(unit, stock, known.expired()))
                .chain(stock -> hold(unit, order, known, stock, judge)));
    }

    private Uni<Held> hold(
            UnitOfWork unit, ReservationOrder order, Preparation known, LockedStock stock, Consumer<Allocation> judge) {
        var allocation = new Allocation(stock, order.allowSplit());
        Demands.of(order.lines(), stock, known).forEach(allocation::take);
        judge.accept(allocation);
        var cause = new Cause(MovementKind.RESERVE, null, order.reference());
        allocation.picks().forEach(pick -> stock.book(pick.row(), cause, BigDecimal.ZERO, pick.quantity()));
        var until = order.expiresAt() == null ? unit.now().plus(known.usual()) : order.expiresAt();
        var kept = allocation.picks().isEmpty()
                ? Uni.createFrom().<ReservationView>nullItem()
                : table.insert(unit, order, until, allocation.picks()).invoke(view -> tell(unit, view));
        return kept.call(() -> StockLedger.write(unit, stock)).map(view -> new Held(view, allocation));
    }

    private static void tell(UnitOfWork unit, ReservationView view) {
        unit.changed(new Change(Endings.ENTITY, Long.toString(view.id()), "held", view, null, Map.of()));
    }
}
