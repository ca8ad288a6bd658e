package org.quartermaster.equipment.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Plans that fall due within some days, and alerts of people that no plan stands behind; one statement. */
@ApplicationScoped
class ScheduleQuery {
    private static final int USUAL_DAYS = 90;
    private static final int MAX_DAYS = 365;
    private static final int MAX_WORK = 1_000;

    // Work that needs attention already is in, even where no pace tells its date.
    private static final String SQL = """
            with work as (
              select e.equipment_id, e.name, e.equipment_type, p.plan_id, a.alert_id, 'plan' as source,
                p.maintenance_type, p.next_due_at as due_at, p.next_due_hours as due_hours, p.next_due_km as due_km,
                p.forecast_due_at, p.stage = 'overdue' as is_overdue, coalesce(a.priority, p.priority) as priority,
                p.forecast ->> 'confidence' as confidence
              from maintenance_plans p
              join equipment e on e.tenant_id = p.tenant_id and e.equipment_id = p.equipment_id
              left join equipment_alerts a
                on a.tenant_id = p.tenant_id and a.plan_id = p.plan_id and a.state <> 'resolved'
              where e.deleted_at is null and p.state = 'active' and p.deleted_at is null
                and (p.stage <> 'ok' or least(p.next_due_at, p.forecast_due_at) <= $1)
              union all
              select e.equipment_id, e.name, e.equipment_type, null, a.alert_id, 'alert', a.maintenance_type, a.due_at,
                a.due_hours, a.due_km, a.forecast_due_at,
                a.is_overdue or coalesce(a.due_at < now(), false) or coalesce(a.due_hours < e.current_hours, false)
                  or coalesce(a.due_km < e.current_km, false),
                a.priority, null
              from equipment_alerts a
              join equipment e on e.tenant_id = a.tenant_id and e.equipment_id = a.equipment_id
              where e.deleted_at is null and a.state <> 'resolved' and a.plan_id is null and a.kind = 'manual'
                and (a.due_at <= $1 or (a.due_at is null and num_nonnulls(a.due_hours, a.due_km) > 0))
            )
            select *, least(due_at, forecast_due_at) as scheduled_date from work
            where ($2::text is null or equipment_id = $2)
              and ($3::text[] is null or priority = any ($3)) and ($4::text[] is null or equipment_type = any ($4))
            order by is_overdue desc, scheduled_date nulls last, equipment_id, plan_id, alert_id
            limit $5
            """;

    private final TenantDatabase database;

    @Inject
    ScheduleQuery(TenantDatabase database) {
        this.database = database;
    }

    Uni<MaintenanceSchedule> find(Caller caller, Fields query) {
        var days = query.integer("days_ahead", 1, MAX_DAYS).or(USUAL_DAYS);
        var machine = query.text("equipment_id", 0, 50).value();
        var priorities = words(query.words("priority", Priority.class));
        var types = words(query.words("equipment_type", EquipmentType.class));
        var limit = query.integer("limit", 1, MAX_WORK).or(MAX_WORK);
        query.checkQuery();
        var from = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var to = from.plus(Duration.ofDays(days));
        return database.read(caller, SQL, to.atOffset(ZoneOffset.UTC), machine, priorities, types, limit)
                .map(rows -> {
                    var work = new ArrayList<ScheduledWork>();
                    rows.forEach(row -> work.add(work(row)));
                    return new MaintenanceSchedule(work, work.size(), new MaintenanceSchedule.Window(from, to, days));
                });
    }

    private static String[] words(List<? extends Enum<?>> words) {
        return words.isEmpty() ? null : words.stream().map(Words::of).toArray(String[]::new);
    }

    private static ScheduledWork work(Row row) {
        var by = by(row);
        return new ScheduledWork(
                row.getString("equipment_id"),
                row.getString("name"),
                row.getString("plan_id"),
                row.getString("alert_id"),
                Words.find(ScheduledWork.Source.class, row.getString("source")).orElseThrow(),
                Words.find(MaintenanceType.class, row.getString("maintenance_type"))
                        .orElseThrow(),
                time(row, "scheduled_date"),
                by,
                time(row, "due_at"),
                row.getBigDecimal("due_hours"),
                row.getBigDecimal("due_km"),
                row.getBoolean("is_overdue"),
                Words.find(Priority.class, row.getString("priority")).orElseThrow(),
                by == ScheduledWork.By.DATE ? "high" : row.getString("confidence"));
    }

    private static ScheduledWork.By by(Row row) {
        var date = time(row, "due_at");
        if (date != null && date.equals(time(row, "scheduled_date"))) {
            return ScheduledWork.By.DATE;
        }
        return row.getBigDecimal("due_hours") == null ? ScheduledWork.By.KM : ScheduledWork.By.HOURS;
    }

    private static Instant time(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
