package org.quartermaster.catalog.safetyreference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;

/** The tasks of all tenants, over a connection of the role that may change them. */
final class TaskTable {
    private static final String READ =
            "select cast(to_jsonb(t) as text) from catalog.taskhazardmapping t where t.tenant_id is null";
    private static final String SAVE = """
            insert into catalog.taskhazardmapping (task_id, task_name, name_ar, synonyms, maintenance_type, hazards,
              tool_classes, controls, safety_notes, folded_words, risk_level)
            select n.task_id, n.task_name, n.name_ar, n.synonyms, n.maintenance_type, n.hazards, n.tool_classes,
              n.controls, n.safety_notes, n.folded_words, 'low'
            from jsonb_populate_recordset(null::catalog.taskhazardmapping, cast(? as jsonb)) n
            on conflict (task_id) where tenant_id is null do update set task_name = excluded.task_name,
              synonyms = excluded.synonyms, maintenance_type = excluded.maintenance_type,
              hazards = excluded.hazards, tool_classes = excluded.tool_classes, folded_words = excluded.folded_words
            """;
    private static final String DELETE = """
            delete from catalog.taskhazardmapping where tenant_id is null and task_id = any (cast(? as text[]))
            """;

    private final Connection connection;
    private final DatabaseJson json;

    TaskTable(Connection connection, DatabaseJson json) {
        this.connection = connection;
        this.json = json;
    }

    Map<String, TaskInput> read() throws SQLException {
        return Sql.query(connection, READ, row -> json.read(row.getString(1), TaskInput.class)).stream()
                .collect(Collectors.toMap(TaskInput::taskId, Function.identity()));
    }

    void save(List<TaskInput> tasks) throws SQLException {
        Sql.update(connection, SAVE, json.text(tasks));
    }

    void delete(Collection<String> taskIds) throws SQLException {
        Sql.update(connection, DELETE, connection.createArrayOf("text", taskIds.toArray()));
    }
}
