package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quartermaster.catalog.inventory.StockShortage;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SharedCommits;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/**
 * What people do with reservations; the same end again changes nothing, another one is 409. Those that hold different
 * products share a commit.
 */
@ApplicationScoped
class ReservationService {
    private static final ProblemType ENDED = new ProblemType(409, "reservation.state");

    private static final int MOST_AT_ONCE = 100;

    private final Writes writes;
    private final ReservationTable table;
    private final Holding holding;
    private final Endings endings;
    private final StockShortage shortage;
    private final SharedCommits<ReservationOrder, ReservationView> commits;

    @Inject
    ReservationService(
            Vertx vertx,
            Writes writes,
            ReservationTable table,
            Holding holding,
            Endings endings,
            StockShortage shortage) {
        this.writes = writes;
        this.table = table;
        this.holding = holding;
        this.endings = endings;
        this.shortage = shortage;
        commits = new SharedCommits<>(vertx, this::commit, MOST_AT_ONCE, order -> Set.copyOf(order.products()));
    }

    /** In a commit that others may share. */
    Uni<Answer> create(ReservationOrder order) {
        return commits.ask(order.caller().tenant(), order).map(ReservationService::created);
    }

    /** In a transaction of its own. */
    Uni<Answer> create(UnitOfWork unit, ReservationOrder order) {
        return holding.hold(unit, order, this::requireAll)
                .map(Holding.Held::reservation)
                .map(ReservationService::created);
    }

    private static Answer created(ReservationView view) {
        return Answer.created(view, "/api/v1/reservations/" + view.id());
    }

    private Uni<List<Supplier<ReservationView>>> commit(List<ReservationOrder> orders) {
        var actor = SharedCommits.actor(
                orders.stream().map(ReservationOrder::caller).toList());
        return writes.write(actor, unit -> holding.hold(unit, orders, this::requireAll))
                .map(outcomes -> outcomes.stream().map(ReservationService::view).toList());
    }

    private static Supplier<ReservationView> view(Supplier<Holding.Held> outcome) {
        return () -> outcome.get().reservation();
    }

    private void requireAll(Allocation allocation) {
        var reasons = reasons(allocation);
        if (!reasons.isEmpty()) {
            throw shortage.problem(reasons);
        }
    }

    private static List<FieldError> reasons(Allocation allocation) {
        var tooLittle = allocation.shortfalls().stream().map(Allocation.Shortfall::reason);
        var untracked = allocation.untracked().stream()
                .map(demand -> StockShortage.untracked(demand.line().field(), demand.quantity()));
        return Stream.concat(tooLittle, untracked).toList();
    }

    Uni<Answer> end(UnitOfWork unit, long id, ReservationState state) {
        return table.find(unit, id).chain(found -> {
            if (found.state() == ReservationState.HELD && !isLate(unit, found, state)) {
                return endings.end(unit, List.of(found), state)
                        .chain(ended -> ended.isEmpty()
                                ? table.find(unit, id)
                                : Uni.createFrom().item(ended.get(0)))
                        .map(now -> answer(now, state));
            }
            return Uni.createFrom().item(() -> answer(found, state));
        });
    }

    /** True for what nobody may take any longer, though it is not written yet that it expired. */
    private static boolean isLate(UnitOfWork unit, ReservationView reservation, ReservationState state) {
        return state == ReservationState.COMMITTED && reservation.isOver(unit.now());
    }

    private static Answer answer(ReservationView reservation, ReservationState wanted) {
        if (reservation.state() != wanted) {
            throw Problem.of(ENDED, Words.of(reservation.state()));
        }
        return Answer.ok(reservation);
    }

    /** NB: who hears that it is held hears until when. */
    Uni<Answer> extend(UnitOfWork unit, long id, Instant until) {
        return table.extend(unit, id, until).chain(rows -> {
            if (rows.size() == 0) {
                return table.find(unit, id).map(found -> {
                    throw Problem.of(ENDED, Words.of(found.state()));
                });
            }
            var row = rows.iterator().next();
            var view = table.view(row);
            var before = view.held(Columns.instant(row.getOffsetDateTime("former_expires_at")));
            unit.changed(Change.of(Endings.ENTITY, Long.toString(id), "held", view, before));
            return Uni.createFrom().item(Answer.ok(view));
        });
    }
}
