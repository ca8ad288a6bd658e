package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** A machine as it was: its register from the audit, its readings from the history. */
@ApplicationScoped
class MachinePast {
    // Before the first entry of the audit, but not before its creation, a machine was as that entry shows it.
    private static final String REGISTER = """
            select cast(after as text) as after from (
              (select 1 as rank, after from equipment_audit
               where entity = 'equipment' and entity_id = $1 and at <= $2 order by at desc, audit_id desc limit 1)
              union all
              (select 2, after from equipment_audit
               where entity = 'equipment' and entity_id = $1 and at > $2 order by at, audit_id limit 1)
            ) known
            where exists (select from equipment where equipment_id = $1 and created_at <= $2)
            order by rank limit 1
            """;
    private static final String READING = """
            select recorded_at as at, fuel_percent as fuel, total_hours as hours, total_km as km, lat, lon
            from equipment_telemetry
            where equipment_id = $1 and recorded_at <= $2 and %s is not null and is_doubted(warnings, '%s') is not true
            order by recorded_at desc limit 1
            """;

    private final TenantDatabase database;

    @Inject
    MachinePast(TenantDatabase database) {
        this.database = database;
    }

    /** 404 before the machine was registered, and while it was deleted unless those are asked for. */
    Uni<Answer> at(Caller caller, String equipmentId, Instant time, boolean withDeleted) {
        Object[] parameters = {equipmentId, time.atOffset(ZoneOffset.UTC)};
        return database.readAll(
                        caller,
                        List.of(
                                Query.of(REGISTER, parameters),
                                Query.of(READING.formatted("fuel_percent", "fuel"), parameters),
                                Query.of(READING.formatted("total_hours", "hours"), parameters),
                                Query.of(READING.formatted("total_km", "km"), parameters),
                                Query.of(READING.formatted("lat", "position"), parameters)))
                .map(results -> show(results, withDeleted));
    }

    private static Answer show(List<RowSet<Row>> results, boolean withDeleted) {
        var view = register(results.get(0));
        if (view == null || (!withDeleted && view.path("deleted_at").isTextual())) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
        var fuel = first(results.get(1));
        var hours = first(results.get(2));
        var km = first(results.get(3));
        var position = first(results.get(4));
        view.put("current_fuel_percent", fuel == null ? null : fuel.getBigDecimal("fuel"));
        view.put("current_fuel_at", time(fuel));
        view.put("current_hours", hours == null ? null : hours.getBigDecimal("hours"));
        view.put("current_hours_at", time(hours));
        view.put("current_km", km == null ? null : km.getBigDecimal("km"));
        view.put("current_lat", position == null ? null : position.getBigDecimal("lat"));
        view.put("current_lon", position == null ? null : position.getBigDecimal("lon"));
        view.put("current_position_at", time(position));
        return Answer.ok(view, ETags.of(view.path("version").longValue(), view.toString()));
    }

    private static ObjectNode register(RowSet<Row> found) {
        var row = first(found);
        return row == null ? null : (ObjectNode) Json.stored(row.getString("after"));
    }

    private static Row first(RowSet<Row> found) {
        return found.size() == 0 ? null : found.iterator().next();
    }

    private static String time(Row row) {
        OffsetDateTime at = row == null ? null : row.getOffsetDateTime("at");
        return at == null ? null : at.toInstant().toString();
    }
}
