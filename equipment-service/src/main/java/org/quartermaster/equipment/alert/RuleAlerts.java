package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** Alerts as rules see them: asked for many machines at once, raised and ended one by one under the machine's lock. */
@ApplicationScoped
public class RuleAlerts {
    private static final String LATEST = """
            select s.equipment_id, s.dedupe_key, a.state, a.resolution, a.cleared_at, a.explanation ->> 'reading_at' as at
            from unnest($2::text[], $3::text[]) as s (equipment_id, dedupe_key)
            cross join lateral (select * from equipment_alerts a where a.tenant_id = $1
              and a.equipment_id = s.equipment_id and a.dedupe_key = s.dedupe_key
              order by a.created_at desc, a.alert_id desc limit 1) a
            """;
    private static final String CALM = """
            update equipment_alerts set cleared_at = $4
            where tenant_id = $1 and equipment_id = $2 and dedupe_key = $3 and state = 'resolved' and cleared_at is null
              and resolution in ('done', 'skipped', 'false_alarm')
            """;

    private final MachineRepository machines;
    private final Alerts alerts;

    @Inject
    RuleAlerts(MachineRepository machines, Alerts alerts) {
        this.machines = machines;
        this.alerts = alerts;
    }

    /** Asks how the alerts of the keys stand; {@link #standings} reads the answer. */
    public static Query ask(UnitOfWork unit, Collection<Key> keys) {
        var rows = new Columns<>(List.copyOf(keys));
        return Query.of(LATEST, unit.caller().tenant(), rows.texts(Key::equipmentId), rows.texts(Key::dedupeKey));
    }

    /** Keys without any alert are absent. */
    public static Map<Key, Standing> standings(RowSet<Row> rows) {
        var standings = new HashMap<Key, Standing>();
        rows.forEach(row -> {
            var open = !row.getString("state").equals(Words.of(AlertState.RESOLVED));
            var at = row.getString("at");
            var resolution = Words.find(Resolution.class, row.getString("resolution"));
            var quiet = !open
                    && resolution.map(Resolution::byPerson).orElse(false)
                    && row.getOffsetDateTime("cleared_at") == null;
            standings.put(
                    new Key(row.getString("equipment_id"), row.getString("dedupe_key")),
                    new Standing(open, quiet, at == null ? null : Instant.parse(at)));
        });
        return standings;
    }

    /** Raises an alert where the key has no unresolved one. */
    public Uni<Void> raise(UnitOfWork unit, String equipmentId, RuleAlert found) {
        return unit.session()
                .find(Machine.class, equipmentId)
                .chain(machine -> alerts.raise(unit, machine, found.alert(), found.explanation()))
                .replaceWithVoid();
    }

    /** Ends the unresolved alert of the key, if any, because its condition is gone. */
    public Uni<Void> clear(UnitOfWork unit, Key key) {
        return unit.session()
                .find(Machine.class, key.equipmentId())
                .chain(machine ->
                        alerts.resolveByKey(unit, machine, key.dedupeKey(), Resolution.CONDITION_CLEARED, null))
                .replaceWithVoid();
    }

    /**
     * As {@link #clear}, for rows of machine and key; locks the machines, and passes those over that are gone.
     * NB: all in one go, as machines are locked in the order of their ids.
     */
    public Uni<Void> clearAll(UnitOfWork unit, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        var keys = new ArrayList<Key>();
        rows.forEach(row -> keys.add(new Key(row.getString(0), row.getString(1))));
        var ids = keys.stream().map(Key::equipmentId).distinct().toList();
        return machines.lockAll(ids).chain(locked -> {
            var live = locked.stream().map(machine -> machine.equipmentId).collect(Collectors.toSet());
            keys.removeIf(key -> !live.contains(key.equipmentId()));
            return InTurn.each(keys, key -> clear(unit, key));
        });
    }

    /** Notes that the condition of an alert that a person resolved is gone, so that the next one is told. */
    public Uni<Void> calm(UnitOfWork unit, Key key) {
        return unit.run(CALM, unit.caller().tenant(), key.equipmentId(), key.dedupeKey(), Columns.time(unit.now()))
                .replaceWithVoid();
    }
}
