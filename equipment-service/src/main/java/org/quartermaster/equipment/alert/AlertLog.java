package org.quartermaster.equipment.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;

/** Who did what with an alert, when and why. */
@ApplicationScoped
class AlertLog {
    private static final String INSERT = """
            insert into alert_log (tenant_id, log_id, alert_id, at, actor, action, from_state, to_state, note)
            select tenant_id, log_id, alert_id, ?2, ?3, ?4, ?5, to_state, ?6
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
              as line (tenant_id text, log_id uuid, alert_id text, to_state text)
            """;
    static final String OF_ALERT = """
            select at, actor, action, from_state, to_state, note from alert_log
            where alert_id = $1 order by at, log_id
            """;

    /** Adds a line; {@code from} is null for a new alert. */
    Uni<Void> add(UnitOfWork unit, Alert alert, String action, AlertState from, String note) {
        return addAll(unit, List.of(alert), action, from, note);
    }

    /** Adds the same line for many alerts. */
    Uni<Void> addAll(UnitOfWork unit, List<Alert> alerts, String action, AlertState from, String note) {
        return unit.session()
                .flush()
                .chain(() -> unit.session()
                        .createNativeQuery(INSERT)
                        .setParameter(1, lines(alerts))
                        .setParameter(2, unit.now())
                        .setParameter(3, unit.caller().subject())
                        .setParameter(4, action)
                        .setParameter(5, from == null ? null : Words.of(from))
                        .setParameter(6, note)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String lines(List<Alert> alerts) {
        var lines = JsonNodeFactory.instance.arrayNode();
        alerts.forEach(alert -> lines.addObject()
                .put("tenant_id", alert.tenantId)
                .put("log_id", Ids.uuid().toString())
                .put("alert_id", alert.alertId)
                .put("to_state", Words.of(alert.state)));
        return lines.toString();
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
