package org.quartermaster.procurement.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Sql;

/**
 * Counts over all organizations.
 *
 * @param users by status
 * @param organizations by status
 * @param subscriptions live ones by plan
 * @param tenders by status, those that are not deleted
 * @param alerts active and paused ones
 * @param usage of the last 30 days by action
 * @param auditPending rows that no audit chain has yet
 */
@Schema(name = "InstallationStats")
public record InstallationStats(
        Map<String, Long> users,
        Map<String, Long> organizations,
        Map<String, Long> subscriptions,
        Map<String, Long> tenders,
        Map<String, Long> alerts,
        Map<String, Long> usage,
        long auditPending,
        Instant asOf) {
    private static final String COUNT = """
            select 'users', status::text, count(*) from procurement.users group by 2
            union all
            select 'organizations', status, count(*) from procurement.organizations group by 2
            union all
            select 'subscriptions', tier, count(*) from procurement.subscriptions
            where status in ('trialing', 'active', 'past_due') group by 2
            union all
            select 'tenders', case when status = 'open' and closing_date < now() then 'closed' else status end, count(*)
            from procurement.tenders where deleted_at is null group by 2
            union all
            select 'alerts', case when is_active and not over_limit then 'active' else 'paused' end, count(*)
            from procurement.alerts group by 2
            union all
            select 'usage', action_type, count(*) from procurement.usage_tracking
            where timestamp >= now() - interval '30 days' group by 2
            union all
            select 'audit_pending', '', count(*) from procurement.audit_pending
            """;

    private record Count(String group, String key, long rows) {}

    /** @param connection of the role that sees the rows of all tenants */
    static InstallationStats read(Connection connection) throws SQLException {
        var groups = new HashMap<String, Map<String, Long>>();
        Sql.query(connection, COUNT, row -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .forEach(count -> groups.computeIfAbsent(count.group(), group -> new TreeMap<>())
                        .put(count.key(), count.rows()));
        return new InstallationStats(
                of(groups, "users"),
                of(groups, "organizations"),
                of(groups, "subscriptions"),
                of(groups, "tenders"),
                of(groups, "alerts"),
                of(groups, "usage"),
                of(groups, "audit_pending").getOrDefault("", 0L),
                Instant.now());
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> groups, String name) {
        return groups.getOrDefault(name, Map.of());
    }
}
