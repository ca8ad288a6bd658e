package org.quartermaster.procurement.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;

/** Alerts in the database. */
@ApplicationScoped
class AlertRepository {
    private static final String END = "(select coalesce(max(position), 0) from procurement.tender_changes)";

    private static final String INSERT = """
            insert into procurement.alerts as a (tenant_id, alert_id, user_id, name, filters, frequency, channels,
              webhook_id, notify_on, saved_search_id, high_water)
            values ($1, $2, $3, $4, cast($5::text as jsonb), $6, $7, $8, $9, $10, %s)
            returning %s
            """.formatted(END, Alert.COLUMNS);

    private static final String UPDATE = """
            update procurement.alerts a set name = $3, filters = cast($4::text as jsonb), frequency = $5, channels = $6,
              webhook_id = $7, notify_on = $8, is_active = $9, criteria_version = $10,
              high_water = case when a.is_active <> $9 then %s else a.high_water end,
              catch_up_from = case
                when not $9 then null
                when $11 and not a.is_active then a.high_water
                else a.catch_up_from
              end
            where a.tenant_id = $1 and a.alert_id = $2
            returning %s
            """.formatted(END, Alert.COLUMNS);

    private static final String VERSION = """
            insert into procurement.alert_versions (tenant_id, alert_id, version, filters, valid_from)
            values ($1, $2, $3, cast($4::text as jsonb), $5)
            """;

    private static final String BACKFILL = """
            update procurement.alerts set catch_up_from = coalesce((
              select position from procurement.tender_changes
              where position is not null and created_at < $3 order by position desc limit 1), 0)
            where tenant_id = $1 and alert_id = $2
            """;

    private static final String LOCK = "select " + Alert.COLUMNS
            + ", (select count(*) from procurement.alert_matches m"
            + "   where m.tenant_id = a.tenant_id and m.alert_id = a.alert_id) as matches_count"
            + " from procurement.alerts a where a.tenant_id = $1 and a.alert_id = $2 and "
            + AlertAccess.MINE + " for no key update of a";

    private static final String WEBHOOK =
            "select 1 from procurement.webhook_endpoints where tenant_id = $1 and webhook_id = $2";

    Uni<Alert> insert(UnitOfWork unit, Alert alert) {
        return unit.run(
                        INSERT,
                        alert.tenantId,
                        alert.alertId,
                        alert.userId,
                        alert.name,
                        alert.filters,
                        Words.of(alert.frequency),
                        alert.channels,
                        alert.webhookId,
                        alert.notifyOn,
                        alert.savedSearchId)
                .map(AlertRepository::first);
    }

    Uni<Alert> update(UnitOfWork unit, Alert alert, boolean isCatchingUp) {
        return unit.run(
                        UPDATE,
                        alert.tenantId,
                        alert.alertId,
                        alert.name,
                        alert.filters,
                        Words.of(alert.frequency),
                        alert.channels,
                        alert.webhookId,
                        alert.notifyOn,
                        alert.isActive,
                        alert.criteriaVersion,
                        isCatchingUp)
                .map(AlertRepository::first)
                .invoke(saved -> saved.matchesCount = alert.matchesCount);
    }

    private static Alert first(RowSet<Row> rows) {
        return Alert.read(AlertAccess.NOT_FOUND.require(rows));
    }

    /** The criteria that the alert has from now on. */
    Uni<Void> keepVersion(UnitOfWork unit, Alert alert) {
        return unit.run(
                        VERSION,
                        alert.tenantId,
                        alert.alertId,
                        alert.criteriaVersion,
                        alert.filters,
                        Columns.time(unit.now()))
                .replaceWithVoid();
    }

    /** Lets the matcher read the changes of so many days again, for this alert; nothing where {@code days} is null. */
    Uni<Void> backfill(UnitOfWork unit, UUID alertId, Integer days) {
        return days == null
                ? Uni.createFrom().voidItem()
                : unit.run(
                                BACKFILL,
                                unit.caller().tenant(),
                                alertId,
                                Columns.time(unit.now().minusSeconds(days * 86_400L)))
                        .replaceWithVoid();
    }

    /** Locks an alert that the caller may change; 404 for any other. */
    Uni<Alert> lock(UnitOfWork unit, String id) {
        var caller = unit.caller();
        return unit.run(LOCK, caller.tenant(), AlertAccess.id(id), AlertAccess.isForAll(caller), caller.subject())
                .map(AlertRepository::first);
    }

    Uni<Void> delete(UnitOfWork unit, UUID alertId) {
        return unit.run(
                        "delete from procurement.alerts where tenant_id = $1 and alert_id = $2",
                        unit.caller().tenant(),
                        alertId)
                .replaceWithVoid();
    }

    /** 422 where the webhook is not one of the tenant. */
    Uni<Void> requireWebhook(UnitOfWork unit, UUID webhookId) {
        return webhookId == null
                ? Uni.createFrom().voidItem()
                : unit.run(WEBHOOK, unit.caller().tenant(), webhookId)
                        .invoke(found -> {
                            if (found.size() == 0) {
                                throw Problem.invalid("webhook_id", "webhook_not_found");
                            }
                        })
                        .replaceWithVoid();
    }
}
