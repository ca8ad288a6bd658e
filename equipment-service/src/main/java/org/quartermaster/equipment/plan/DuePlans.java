package org.quartermaster.equipment.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plans of all tenants whose time to be looked at has come, page by page. */
@ApplicationScoped
class DuePlans {
    static final int PAGE = 1_000;
    private static final String SQL = """
            select next_check_at, tenant_id, plan_id, equipment_id from maintenance_plans
            where state = 'active' and deleted_at is null and next_check_at is not null and next_check_at <= now()
              and (next_check_at, tenant_id, plan_id) > (?, ?, ?)
            order by next_check_at, tenant_id, plan_id limit ?
            """;

    /** Where a page ended. */
    record Place(Timestamp at, String tenant, String planId) {
        static final Place START = new Place(new Timestamp(0), "", "");
    }

    /** Machines by tenant, and where to go on; {@code next} is null after the last page. */
    record Due(Map<String, List<String>> machines, Place next) {}

    Due page(Connection connection, Place after) throws SQLException {
        var machines = new LinkedHashMap<String, List<String>>();
        var last = after;
        var found = 0;
        try (var query = connection.prepareStatement(SQL)) {
            query.setTimestamp(1, after.at());
            query.setString(2, after.tenant());
            query.setString(3, after.planId());
            query.setInt(4, PAGE);
            try (var rows = query.executeQuery()) {
                for (; rows.next(); found++) {
                    last = new Place(rows.getTimestamp(1), rows.getString(2), rows.getString(3));
                    machines.computeIfAbsent(last.tenant(), tenant -> new ArrayList<>())
                            .add(rows.getString(4));
                }
            }
        }
        return new Due(machines, found == PAGE ? last : null);
    }
}
