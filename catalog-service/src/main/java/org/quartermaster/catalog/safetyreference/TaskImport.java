package org.quartermaster.catalog.safetyreference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.reference.ImportOptions;
import org.quartermaster.catalog.reference.ImportReport;
import org.quartermaster.catalog.reference.ReferenceImport;
import org.quartermaster.catalog.reference.ReferenceImports;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.catalog.safety.SafetyLibrary;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.job.JobRun;

/** Imports tasks for all tenants, a row for each of their hazards. */
@Singleton
class TaskImport extends ReferenceImport {
    private final SafetyLibrary library;
    private final DatabaseJson json;

    @Inject
    TaskImport(ReferenceImports imports, SafetyLibrary library, DatabaseJson json) {
        super("safety-tasks", imports);
        this.library = library;
        this.json = json;
    }

    @Override
    protected ImportReport merge(Connection connection, ImportOptions options, JobRun run)
            throws IOException, SQLException {
        var table = new TaskTable(connection, json);
        var known = table.read();
        var rows = TaskRow.of(known);
        var tally = new Tally<>(rows, run::error);
        new TaskFile(library.codes(connection), tally).read(run.input());
        var tasks = new HashMap<>(known);
        tally.changed().forEach(row -> tasks.compute(row.taskId(), (id, task) -> row.in(task)));
        if (options.full()) {
            var gone = tally.unseen().stream().map(rows::get).toList();
            gone.forEach(row -> tasks.computeIfPresent(row.taskId(), (id, task) -> without(task, row)));
            tally.deleted(gone.size());
        }
        keep(table, known, tasks);
        return tally.report("safety-tasks", options.dryRun());
    }

    private static TaskInput without(TaskInput task, TaskRow row) {
        var left = task.hazards().stream()
                .filter(hazard -> !hazard.code().equals(row.hazard().code()))
                .toList();
        return left.isEmpty() ? null : task.with(left);
    }

    private static void keep(TaskTable table, Map<String, TaskInput> before, Map<String, TaskInput> after)
            throws SQLException {
        List<TaskInput> changed = after.values().stream()
                .filter(task -> !task.equals(before.get(task.taskId())))
                .toList();
        table.save(changed);
        table.delete(
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList());
    }
}
