package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Words;

/** Who did what with an alert, when and why. */
@ApplicationScoped
class AlertLog {
    static final String OF_ALERT = """
            select at, actor, action, from_state, to_state, note from alert_log
            where alert_id = $1 order by at, log_id
            """;

    /** Adds a line; {@code from} is null for a new alert. */
    Uni<Void> add(UnitOfWork unit, Alert alert, String action, AlertState from, String note) {
        return unit.session()
                .flush()
                .chain(() -> unit.session()
                        .createNativeQuery("""
                                insert into alert_log
                                  (tenant_id, log_id, alert_id, at, actor, action, from_state, to_state, note)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                                """)
                        .setParameter(1, alert.tenantId)
                        .setParameter(2, Ids.uuid())
                        .setParameter(3, alert.alertId)
                        .setParameter(4, unit.now())
                        .setParameter(5, unit.caller().subject())
                        .setParameter(6, action)
                        .setParameter(7, from == null ? null : Words.of(from))
                        .setParameter(8, Words.of(alert.state))
                        .setParameter(9, note)
                        .executeUpdate())
                .replaceWithVoid();
    }

    static AlertDetail.Entry read(Row row) {
        return new AlertDetail.Entry(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                row.getString("note"));
    }

    private static AlertState state(String word) {
        return Words.find(AlertState.class, word).orElse(null);
    }
}
