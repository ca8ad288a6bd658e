package org.quartermaster.procurement.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.verdict.Predicate;

/**
 * An alert as the matcher knows it.
 *
 * @param highWater position from which on it looks
 * @param catchUpFrom position after which it has yet to be held against the past, or null
 */
record ActiveAlert(
        String tenant,
        UUID alertId,
        UUID userId,
        String name,
        int criteriaVersion,
        Predicate predicate,
        Set<String> notifyOn,
        Set<String> channels,
        String frequency,
        long highWater,
        Long catchUpFrom) {

    private static final String READ = """
            select a.tenant_id, a.alert_id, a.user_id, a.name, a.criteria_version, a.filters, a.notify_on, a.channels,
              a.frequency, a.high_water, a.catch_up_from
            from procurement.alerts a where a.is_active and not a.over_limit
            """;

    static List<ActiveAlert> all(Connection connection) throws SQLException {
        return Sql.query(connection, READ, ActiveAlert::read);
    }

    static List<ActiveAlert> of(Connection connection, Collection<UUID> ids) throws SQLException {
        return Sql.query(
                connection,
                READ + " and a.alert_id = any (?)",
                ActiveAlert::read,
                connection.createArrayOf("uuid", ids.toArray()));
    }

    private static ActiveAlert read(ResultSet row) throws SQLException {
        var criteria = Criteria.stored((ObjectNode) Json.stored(row.getString("filters")));
        return new ActiveAlert(
                row.getString("tenant_id"),
                row.getObject("alert_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getInt("criteria_version"),
                Predicate.of(criteria),
                words(row, "notify_on"),
                words(row, "channels"),
                row.getString("frequency"),
                row.getLong("high_water"),
                row.getObject("catch_up_from", Long.class));
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
