package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.quartermaster.catalog.inventory.Cause;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.MovementKind;
import org.quartermaster.catalog.inventory.StockLedger;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/** Ends reservations: what was held is gone from the shelf, or free again. */
@ApplicationScoped
class Endings {
    static final String ENTITY = "reservation";

    private final ReservationTable table;

    @Inject
    Endings(ReservationTable table) {
        this.table = table;
    }

    /** Ends those of the reservations that are still held, in the same tenant; gives them as they are now. */
    Uni<List<ReservationView>> end(UnitOfWork unit, Collection<ReservationView> found, ReservationState state) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var products = found.stream()
                .flatMap(reservation -> reservation.lines().stream())
                .map(ReservationView.Line::productId)
                .toList();
        var ids = found.stream().map(ReservationView::id).toList();
        return StockLedger.lock(unit, products)
                .chain(stock -> end(unit, stock, ids, state).call(() -> StockLedger.write(unit, stock)));
    }

    /** Books the expiry of reservations whose products are all locked; who locked them writes it. */
    Uni<List<ReservationView>> expire(UnitOfWork unit, LockedStock stock, Collection<Long> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : end(unit, stock, ids, ReservationState.EXPIRED);
    }

    private Uni<List<ReservationView>> end(
            UnitOfWork unit, LockedStock stock, Collection<Long> ids, ReservationState state) {
        return table.end(unit, ids, state)
                .invoke(ended -> ended.forEach(reservation -> {
                    reservation.lines().forEach(line -> book(stock, reservation, line));
                    var id = Long.toString(reservation.id());
                    unit.changed(Change.of(
                            ENTITY, id, Words.of(state), reservation, reservation.held(reservation.expiresAt())));
                }));
    }

    private static void book(LockedStock stock, ReservationView reservation, ReservationView.Line line) {
        var row = stock.at(line.productId(), line.warehouseId()).orElseThrow();
        var given = line.quantity().negate();
        var isTaken = reservation.state() == ReservationState.COMMITTED;
        var reason = reservation.state() == ReservationState.EXPIRED ? Words.of(ReservationState.EXPIRED) : null;
        var kind = isTaken ? MovementKind.COMMIT : MovementKind.RELEASE;
        stock.book(row, new Cause(kind, reason, reservation.reference()), isTaken ? given : BigDecimal.ZERO, given);
    }
}
