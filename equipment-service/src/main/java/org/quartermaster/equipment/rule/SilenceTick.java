package org.quartermaster.equipment.rule;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.equipment.rule.SilentMachines.Found;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.security.Caller;

/** Lets silence show, and end, without any request. */
@ApplicationScoped
class SilenceTick {
    private final OneReplica replica;
    private final SilentMachines silent;
    private final MachineRepository machines;
    private final RuleAlerts alerts;
    private final StaleAlerts stale;
    private final Writes writes;

    @Inject
    SilenceTick(
            OneReplica replica,
            SilentMachines silent,
            MachineRepository machines,
            RuleAlerts alerts,
            StaleAlerts stale,
            Writes writes) {
        this.replica = replica;
        this.silent = silent;
        this.machines = machines;
        this.alerts = alerts;
        this.stale = stale;
        this.writes = writes;
    }

    @Scheduled(every = "60s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        replica.run("equipment.silence_tick", this::runAll);
    }

    private void runAll(Connection connection) throws SQLException {
        for (var tenant : stale.tenants(connection)) {
            write(tenant, "the rules", stale::end);
        }
        for (var found : silent.fallen(connection)) {
            write(found.tenant(), found.equipmentId(), unit -> raise(unit, found));
        }
        for (var found : silent.heard(connection)) {
            write(found.tenant(), found.equipmentId(), unit -> end(unit, found));
        }
    }

    /** A machine that cannot be judged does not hold up the others. */
    private void write(String tenant, String what, Function<UnitOfWork, Uni<Void>> work) {
        try {
            Awaiting.result(() -> writes.write(Caller.system(tenant), work));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "silence of %s in %s cannot be judged", what, tenant);
        }
    }

    /** NB: looked at again under the lock, as a sample may have come meanwhile. */
    private Uni<Void> raise(UnitOfWork unit, Found found) {
        var id = found.equipmentId();
        return machines.lockAll(List.of(id)).chain(locked -> {
            if (locked.isEmpty() || locked.get(0).status == MachineStatus.INACTIVE) {
                return Uni.createFrom().voidItem();
            }
            return unit.runAll(List.of(RuleRepository.aboutSamples(unit, List.of(id))))
                    .chain(rows -> raise(unit, locked.get(0), new RuleSet(RuleRepository.rules(rows.get(0)))));
        });
    }

    private Uni<Void> raise(UnitOfWork unit, Machine machine, RuleSet rules) {
        var silence = rules.silence(machine.equipmentId, machine.silentAfterMinutes)
                .filter(each -> machine.lastSeenAt
                        .plus(Duration.ofMinutes(each.minutes()))
                        .isBefore(unit.now()))
                .orElse(null);
        if (silence == null) {
            return Uni.createFrom().voidItem();
        }
        var key = new Key(machine.equipmentId, silence.rule().dedupeKey());
        return unit.runAll(List.of(RuleAlerts.ask(unit, List.of(key)))).chain(rows -> {
            var standing = RuleAlerts.standings(rows.get(0)).get(key);
            return standing != null && (standing.open() || standing.isAbout(machine.lastSeenAt))
                    ? Uni.createFrom().voidItem()
                    : alerts.raise(
                            unit,
                            machine.equipmentId,
                            RuleTexts.silent(silence.rule(), silence.minutes(), machine.lastSeenAt));
        });
    }

    private Uni<Void> end(UnitOfWork unit, Found found) {
        return machines.lockAll(List.of(found.equipmentId()))
                .chain(locked -> locked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : alerts.clear(unit, new Key(found.equipmentId(), found.dedupeKey())));
    }
}
