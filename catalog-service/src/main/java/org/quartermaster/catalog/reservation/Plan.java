package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.quartermaster.catalog.inventory.Cause;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.MovementKind;
import org.quartermaster.catalog.reservation.Allocation.Pick;
import org.quartermaster.catalog.reservation.NewReservations.New;
import org.quartermaster.platform.problem.Problem;

/**
 * What an order takes of the locked stock.
 *
 * @param refusal why it takes nothing, or null
 */
record Plan(ReservationOrder order, Allocation allocation, Problem refusal) {
    /** @param judge refuses what it does not want held */
    static Plan of(ReservationOrder order, LockedStock stock, Preparation known, Consumer<Allocation> judge) {
        var allocation = new Allocation(stock, order.allowSplit());
        try {
            Demands.of(order.lines(), stock, known).forEach(allocation::take);
            judge.accept(allocation);
            return new Plan(order, allocation, null);
        } catch (Problem refusal) {
            return new Plan(order, allocation, refusal);
        }
    }

    private List<Pick> picks() {
        return refusal == null ? allocation.picks() : List.of();
    }

    boolean isHeld() {
        return !picks().isEmpty();
    }

    void book(LockedStock stock) {
        var cause = new Cause(
                MovementKind.RESERVE, null, order.reference(), order.caller().subject());
        picks().forEach(pick -> stock.book(pick.row(), cause, BigDecimal.ZERO, pick.quantity()));
    }

    New reservation(Instant usualEnd) {
        return new New(order, order.expiresAt() == null ? usualEnd : order.expiresAt(), picks());
    }
}
