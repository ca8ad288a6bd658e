package org.quartermaster.catalog;

import java.sql.SQLException;
import org.quartermaster.local.LocalServers;

/** How the server would run a statement for the role that serves requests. */
public final class Plans {
    private Plans() {}

    /** @param sql with its parameters in their places */
    public static String of(String tenant, String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("catalog");
                var statement = connection.createStatement()) {
            statement.execute("analyze catalog.product, catalog.category, catalog.productclassification");
            statement.execute("set role catalog_app");
            statement.execute("select set_config('app.tenant_id', '%s', false)".formatted(tenant));
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain (costs off) " + sql)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
