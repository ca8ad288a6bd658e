package org.quartermaster.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.text.Fold;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** The short lists of safety, which are of all tenants: standards, hazards, protective equipment, tasks and tools. */
@ApplicationScoped
class DemoSafety {
    private static final String UNFOLDED = """
            select id, cast(jsonb_build_array(task_name, synonyms) as text) from catalog.taskhazardmapping
            where tenant_id is null and folded_words = ''
            """;

    private final SystemWrites writes;

    @Inject
    DemoSafety(SystemWrites writes) {
        this.writes = writes;
    }

    /** What is listed already stays as it is. */
    void write() throws IOException, SQLException {
        var script = new String(DemoFiles.bytes("safety.sql"), StandardCharsets.UTF_8);
        writes.<Void, IOException>write(Caller.system(SystemWrites.PUBLIC), unit -> {
            for (var statement : script.split("\n--;\n")) {
                Sql.update(unit.connection(), statement);
            }
            fold(unit.connection());
            return null;
        });
    }

    private static void fold(Connection connection) throws SQLException {
        var tasks = Sql.query(connection, UNFOLDED, row -> new Task(row.getLong(1), Json.stored(row.getString(2))));
        for (var task : tasks) {
            Sql.update(
                    connection,
                    "update catalog.taskhazardmapping set folded_words = ? where id = ?",
                    Fold.fold(task.words()),
                    task.id());
        }
    }

    private record Task(long id, JsonNode names) {
        String words() {
            var words = new StringBuilder(names.get(0).textValue());
            names.get(1).forEach(synonym -> words.append(' ').append(synonym.textValue()));
            return words.toString();
        }
    }
}
