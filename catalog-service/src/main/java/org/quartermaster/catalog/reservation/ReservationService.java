package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.catalog.inventory.StockShortage;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** What people do with reservations; the same end again changes nothing, another one is 409. */
@ApplicationScoped
class ReservationService {
    private static final ProblemType ENDED = new ProblemType(409, "reservation.state");

    private final ReservationTable table;
    private final Holding holding;
    private final Endings endings;
    private final StockShortage shortage;

    @Inject
    ReservationService(ReservationTable table, Holding holding, Endings endings, StockShortage shortage) {
        this.table = table;
        this.holding = holding;
        this.endings = endings;
        this.shortage = shortage;
    }

    Uni<Answer> create(UnitOfWork unit, ReservationOrder order) {
        return holding.hold(unit, order, this::requireAll)
                .map(Holding.Held::reservation)
                .map(view -> Answer.created(view, "/api/v1/reservations/" + view.id()));
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
