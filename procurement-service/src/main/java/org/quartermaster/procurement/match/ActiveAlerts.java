package org.quartermaster.procurement.match;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.verdict.AlertIndex;
import org.quartermaster.procurement.verdict.TenderVersion;

/** All alerts that are awake, in memory, kept in step with the table by the notes of its trigger. One thread at a time. */
final class ActiveAlerts {
    private static final String TAKE_EDITS = """
            delete from procurement.alert_edits where edit_id in (select edit_id from procurement.alert_edits limit 10000)
            returning alert_id
            """;

    private final AlertIndex<UUID> index = new AlertIndex<>();
    private final Map<UUID, ActiveAlert> alerts = new HashMap<>();

    /** Reads all of them. NB: edits are taken first, so that none is lost between. */
    static ActiveAlerts load(Connection connection) throws SQLException {
        var active = new ActiveAlerts();
        while (!take(connection).isEmpty()) {
            continue;
        }
        ActiveAlert.all(connection).forEach(active::put);
        return active;
    }

    private static List<UUID> take(Connection connection) throws SQLException {
        return Sql.query(connection, TAKE_EDITS, row -> row.getObject(1, UUID.class));
    }

    private void put(ActiveAlert alert) {
        alerts.put(alert.alertId(), alert);
        index.put(alert.alertId(), alert.predicate());
    }

    /** Takes over what changed since the last look. */
    void refresh(Connection connection) throws SQLException {
        for (var edited = take(connection); !edited.isEmpty(); edited = take(connection)) {
            for (var id : edited) {
                alerts.remove(id);
                index.remove(id);
            }
            ActiveAlert.of(connection, edited).forEach(this::put);
        }
    }

    /** The alerts that the change of the tender concerns and that admit it. */
    List<Found> match(TenderChange change, TenderVersion tender, Instant instant) {
        var found = new ArrayList<Found>();
        index.match(tender, instant).forEach((id, explanation) -> {
            var alert = alerts.get(id);
            if (alert.highWater() < change.position() && change.concerns(alert.notifyOn())) {
                found.add(new Found(alert, change, tender, explanation));
            }
        });
        return found;
    }

    /** Those that have yet to be held against the past. */
    Collection<ActiveAlert> behind() {
        return alerts.values().stream()
                .filter(alert -> alert.catchUpFrom() != null)
                .toList();
    }
}
