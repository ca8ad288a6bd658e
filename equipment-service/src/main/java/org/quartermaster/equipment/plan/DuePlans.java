package org.quartermaster.equipment.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Sql;

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

    private record Row(Place place, String machine) {}

    Due page(Connection connection, Place after) throws SQLException {
        var rows = Sql.query(connection, SQL, DuePlans::row, after.at(), after.tenant(), after.planId(), PAGE);
        var machines = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.place().tenant(),
                        LinkedHashMap::new,
                        Collectors.mapping(Row::machine, Collectors.toList())));
        return new Due(machines, rows.size() == PAGE ? rows.get(PAGE - 1).place() : null);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new Place(row.getTimestamp(1), row.getString(2), row.getString(3)), row.getString(4));
    }
}
