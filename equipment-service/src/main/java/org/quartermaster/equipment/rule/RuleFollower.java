package org.quartermaster.equipment.rule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.rule.watch.Moment;
import org.quartermaster.equipment.rule.watch.Reading;
import org.quartermaster.equipment.rule.watch.Step;
import org.quartermaster.equipment.telemetry.Moved;
import org.quartermaster.equipment.telemetry.SampleFollower;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * Judges the samples of a chunk by the rules of its tenant. One statement reads the rules; where some of them could
 * raise or end an alert, one round trip more asks how the alerts stand and what came before.
 */
@ApplicationScoped
class RuleFollower implements SampleFollower {
    private final RuleAlerts alerts;

    @Inject
    RuleFollower(RuleAlerts alerts) {
        this.alerts = alerts;
    }

    /** What is to be asked of a chunk. */
    private record Inquiry(
            List<Judgement> watches, List<Judgement> drops, List<Judgement> remembering, List<Key> heard) {
        boolean isEmpty() {
            return watches.isEmpty() && drops.isEmpty() && heard.isEmpty();
        }

        List<Key> keys() {
            return Stream.concat(
                            heard.stream(),
                            Stream.concat(watches.stream(), drops.stream()).map(Judgement::key))
                    .distinct()
                    .toList();
        }
    }

    /** What the database said. */
    private record Known(
            Map<Key, Standing> standings,
            Map<Judgement, List<Reading>> readings,
            Map<Judgement, List<Moment>> moments) {
        Standing of(Key key) {
            return standings.getOrDefault(key, Standing.NONE);
        }
    }

    @Override
    public Uni<Void> follow(UnitOfWork unit, List<Moved> moved) {
        var ids = moved.stream().map(each -> each.machine().equipmentId()).toList();
        return unit.runAll(List.of(RuleRepository.aboutSamples(unit, ids)))
                .map(found -> inquiry(unit, moved, new RuleSet(RuleRepository.rules(found.get(0)))))
                .chain(inquiry -> inquiry.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ask(unit, inquiry).chain(known -> InTurn.each(effects(unit, inquiry, known), Supplier::get)));
    }

    private static Inquiry inquiry(UnitOfWork unit, List<Moved> moved, RuleSet rules) {
        var watches = new ArrayList<Judgement>();
        var drops = new ArrayList<Judgement>();
        var heard = new ArrayList<Key>();
        for (var each : moved) {
            for (var rule : rules.of(each.machine().equipmentId())) {
                if (rule.kind != RuleKind.SILENT) {
                    var judgement = Judgement.of(rule, each);
                    if (judgement.matters()) {
                        (rule.kind == RuleKind.FUEL_DROP ? drops : watches).add(judgement);
                    }
                }
            }
            heardAgain(unit, each, rules, heard);
        }
        var remembering = watches.stream().filter(each -> each.memory() > 0).toList();
        return new Inquiry(watches, drops, remembering, heard);
    }

    /** Notes a machine that was silent for so long that there may be an alert about it. */
    private static void heardAgain(UnitOfWork unit, Moved moved, RuleSet rules, List<Key> heard) {
        var machine = moved.machine();
        var seen = moved.before().lastSeenAt();
        if (seen != null) {
            rules.silence(machine.equipmentId(), machine.silentAfterMinutes())
                    .filter(silence ->
                            !seen.plus(Duration.ofMinutes(silence.minutes())).isAfter(unit.now()))
                    .ifPresent(silence -> heard.add(
                            new Key(machine.equipmentId(), silence.rule().dedupeKey())));
        }
    }

    private static Uni<Known> ask(UnitOfWork unit, Inquiry inquiry) {
        var queries = new ArrayList<Query>();
        queries.add(RuleAlerts.ask(unit, inquiry.keys()));
        if (!inquiry.remembering().isEmpty()) {
            queries.add(PastReadings.readings(unit, inquiry.remembering()));
        }
        if (!inquiry.drops().isEmpty()) {
            queries.add(PastReadings.moments(unit, inquiry.drops()));
        }
        return unit.runAll(queries).map(found -> {
            var readings = inquiry.remembering().isEmpty()
                    ? Map.<Judgement, List<Reading>>of()
                    : PastReadings.readings(found.get(1), inquiry.remembering());
            var moments = inquiry.drops().isEmpty()
                    ? Map.<Judgement, List<Moment>>of()
                    : PastReadings.moments(found.get(found.size() - 1), inquiry.drops());
            return new Known(RuleAlerts.standings(found.get(0)), readings, moments);
        });
    }

    private List<Supplier<Uni<Void>>> effects(UnitOfWork unit, Inquiry inquiry, Known known) {
        var effects = new ArrayList<Supplier<Uni<Void>>>();
        for (var key : inquiry.heard()) {
            if (known.of(key).open()) {
                effects.add(() -> alerts.clear(unit, key));
            }
        }
        for (var each : inquiry.watches()) {
            var before = known.readings().getOrDefault(each, List.of());
            each.watch(known.of(each.key()), before).forEach(step -> effects.add(() -> take(unit, each, step)));
        }
        for (var each : inquiry.drops()) {
            var before = known.moments().getOrDefault(each, List.of());
            each.drop(known.of(each.key()), before).forEach(step -> effects.add(() -> take(unit, each, step)));
        }
        return effects;
    }

    private Uni<Void> take(UnitOfWork unit, Judgement judgement, Step step) {
        var key = judgement.key();
        return switch (step.effect()) {
            case RAISE -> alerts.raise(unit, key.equipmentId(), RuleTexts.alert(judgement.rule(), step));
            case CLEAR -> alerts.clear(unit, key);
            case CALM -> alerts.calm(unit, key);
        };
    }
}
