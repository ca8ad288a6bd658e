package org.quartermaster.equipment.fault;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** The events of one entity as they were committed. */
final class OutboxRows {
    private OutboxRows() {}

    /** Entity and verb of each, in their order. */
    static List<String> types(TestTenant tenant, String entityId) {
        var sql = """
                select entity || '.' || split_part(subject, '.', 5) from platform.outbox
                where tenant_id = ? and entity_id = ? order by seq
                """;
        try (var connection = LocalServers.adminConnection("equipment");
                var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.id());
            query.setString(2, entityId);
            var types = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
            }
            return types;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
