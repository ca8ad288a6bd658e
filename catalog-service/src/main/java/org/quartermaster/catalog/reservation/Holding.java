package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.StockLedger;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.security.Caller;

/** Holds stock. Expired reservations of the same products are freed first, as nobody may have ended them yet. */
@ApplicationScoped
class Holding {
    private final Endings endings;

    @Inject
    Holding(Endings endings) {
        this.endings = endings;
    }

    /**
     * What came of an order.
     *
     * @param reservation null where there was nothing to hold
     */
    record Held(ReservationView reservation, Allocation allocation) {}

    /** @param judge refuses what it does not want held; then nothing is */
    Uni<Held> hold(UnitOfWork unit, ReservationOrder order, Consumer<Allocation> judge) {
        return hold(unit, List.of(order), judge).map(held -> held.get(0).get());
    }

    /**
     * Holds what each of some orders wants, by as many statements as one costs; one that is refused holds nothing, and
     * throws when it is asked. No product is wanted by two of them, so that each stock row is changed by one.
     */
    Uni<List<Supplier<Held>>> hold(UnitOfWork unit, List<ReservationOrder> orders, Consumer<Allocation> judge) {
        return Preparation.read(unit, orders).chain(known -> StockLedger.lock(unit, known.products())
                .call(stock -> endings.expire(unit, stock, known.expired()))
                .chain(stock -> keep(unit, stock, known, plans(orders, stock, known, judge))));
    }

    private static List<Plan> plans(
            List<ReservationOrder> orders, LockedStock stock, Preparation known, Consumer<Allocation> judge) {
        var plans = new ArrayList<Plan>();
        for (var order : orders) {
            var plan = Plan.of(order, stock, known, judge);
            plan.book(stock);
            plans.add(plan);
        }
        return plans;
    }

    private static Uni<List<Supplier<Held>>> keep(
            UnitOfWork unit, LockedStock stock, Preparation known, List<Plan> plans) {
        var usualEnd = unit.now().plus(known.usual());
        var held = plans.stream().filter(Plan::isHeld).toList();
        var made = held.stream().map(plan -> plan.reservation(usualEnd)).toList();
        var buyers = buyers(held);
        return NewReservations.insert(unit, made)
                .map(views -> byPlan(unit, held, views))
                .call(() -> StockLedger.write(
                        unit,
                        stock,
                        (row, change) -> unit.changed(change.doneBy(buyers.get(row.productId()))),
                        Change.Telling.USUAL))
                .map(views -> plans.stream().map(plan -> held(plan, views)).toList());
    }

    private static Map<Long, Caller> buyers(List<Plan> held) {
        var buyers = new HashMap<Long, Caller>();
        held.forEach(plan -> plan.order()
                .products()
                .forEach(product -> buyers.put(product, plan.order().caller())));
        return buyers;
    }

    private static Map<Plan, ReservationView> byPlan(UnitOfWork unit, List<Plan> held, List<ReservationView> views) {
        var byPlan = new HashMap<Plan, ReservationView>();
        for (var i = 0; i < held.size(); i++) {
            var view = views.get(i);
            var change = new Change(Endings.ENTITY, Long.toString(view.id()), "held", view, null, Map.of());
            unit.changed(change.doneBy(held.get(i).order().caller()));
            byPlan.put(held.get(i), view);
        }
        return byPlan;
    }

    private static Supplier<Held> held(Plan plan, Map<Plan, ReservationView> views) {
        return () -> {
            if (plan.refusal() != null) {
                throw plan.refusal();
            }
            return new Held(views.get(plan), plan.allocation());
        };
    }
}
