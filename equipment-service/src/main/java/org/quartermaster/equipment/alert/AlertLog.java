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
            select tenant_id, log_id, alert_id, ?2, ?3, action, from_state, to_state, ?4
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
              as line (tenant_id text, log_id uuid, alert_id text, action text, from_state text, to_state text)
            """;
    static final String OF_ALERT = """
            select at, actor, action, from_state, to_state, note from alert_log
            where alert_id = $1 order by at, log_id
            """;

    /**
     * What was done with an alert, which stands as it is now.
     *
     * @param from its state until then; null for a new one
     */
    record Line(Alert alert, String action, AlertState from) {
        static Line raised(Alert alert) {
            return new Line(alert, "raised", null);
        }
    }

    /** Adds the lines, all with the same note. */
    Uni<Void> add(UnitOfWork unit, List<Line> lines, String note) {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unit.session()
                .flush()
                .chain(() -> unit.session()
                        .createNativeQuery(INSERT)
                        .setParameter(1, json(lines))
                        .setParameter(2, unit.now())
                        .setParameter(3, unit.caller().subject())
                        .setParameter(4, note)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(List<Line> lines) {
        var json = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> json.addObject()
                .put("tenant_id", line.alert().tenantId)
                .put("log_id", Ids.uuid().toString())
                .put("alert_id", line.alert().alertId)
                .put("action", line.action())
                .put("from_state", line.from() == null ? null : Words.of(line.from()))
                .put("to_state", Words.of(line.alert().state)));
        return json.toString();
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
