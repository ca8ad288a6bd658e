package org.quartermaster.equipment.telemetry;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.quartermaster.equipment.meter.MeterBook;
import org.quartermaster.equipment.meter.MeterWatcher;
import org.quartermaster.equipment.plan.PlanCrossing;
import org.quartermaster.equipment.plan.PlanCrossing.Movement;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** What follows from a chunk that is written: plans fall due, rules raise alerts, events are told. */
@ApplicationScoped
class Consequences {
    private final PlanCrossing plans;
    private final List<SampleFollower> followers;
    private final List<MeterWatcher> watchers;

    @Inject
    Consequences(PlanCrossing plans, @All List<SampleFollower> followers, @All List<MeterWatcher> watchers) {
        this.plans = plans;
        this.followers = followers;
        this.watchers = watchers;
    }

    Uni<Void> follow(UnitOfWork unit, Chunk chunk) {
        var ledgers = chunk.ledgers().stream()
                .filter(ledger -> !ledger.taken().isEmpty())
                .toList();
        if (ledgers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tell(unit, chunk, ledgers)
                .chain(() -> plans.moved(unit, movements(unit, ledgers)))
                .chain(() -> watch(unit, ledgers))
                .chain(() -> rules(unit, ledgers));
    }

    private static List<Movement> movements(UnitOfWork unit, List<Ledger> ledgers) {
        var movements = new ArrayList<Movement>();
        for (var ledger : ledgers) {
            var before = ledger.before();
            var after = ledger.after(unit.now());
            var hours = Objects.equals(before.hours(), after.hours()) ? null : after.hours();
            var km = Objects.equals(before.km(), after.km()) ? null : after.km();
            if (!ledger.isFirst() && (hours != null || km != null)) {
                movements.add(new Movement(ledger.id(), before.hours(), hours, before.km(), km));
            }
        }
        return movements;
    }

    private Uni<Void> watch(UnitOfWork unit, List<Ledger> ledgers) {
        var suspect = machines(ledgers, MeterBook::isSuspect);
        var trusted = machines(ledgers, MeterBook::isTrustedAgain);
        return InTurn.each(watchers, watcher -> suspect.isEmpty() ? nothing() : watcher.suspect(unit, suspect))
                .chain(() -> InTurn.each(
                        watchers, watcher -> trusted.isEmpty() ? nothing() : watcher.trusted(unit, trusted)));
    }

    private static List<String> machines(List<Ledger> ledgers, Predicate<MeterBook> which) {
        return ledgers.stream()
                .filter(ledger -> which.test(ledger.hours()))
                .map(Ledger::id)
                .toList();
    }

    private Uni<Void> rules(UnitOfWork unit, List<Ledger> ledgers) {
        var moved = ledgers.stream()
                .map(ledger -> ledger.moved(unit.now()))
                .filter(Objects::nonNull)
                .toList();
        return moved.isEmpty() ? nothing() : InTurn.each(followers, follower -> follower.follow(unit, moved));
    }

    /** One event per machine and sender, at the end of its batch. */
    private static Uni<Void> tell(UnitOfWork unit, Chunk chunk, List<Ledger> ledgers) {
        if (chunk.isPart()) {
            return unit.runAll(List.of(BatchNotes.note(unit, chunk.batchId(), ledgers)))
                    .replaceWithVoid();
        }
        for (var ledger : ledgers) {
            var bySender = new LinkedHashMap<String, List<Entry>>();
            ledger.taken().forEach(entry -> bySender.computeIfAbsent(
                            entry.offer().by().subject(), subject -> new ArrayList<>())
                    .add(entry));
            bySender.values()
                    .forEach(entries -> unit.changed(Change.eventOnly(
                            "telemetry",
                            ledger.id(),
                            "recorded",
                            TelemetryRecorded.of(chunk.batchId(), ledger, ledger.after(unit.now()), entries),
                            entries.get(0).offer().by())));
        }
        return nothing();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
