package org.quartermaster.procurement.coverage;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.migration.ServiceCommand;

/** Prints whether each base table is as the service needs it. */
public final class CoverageCommand implements ServiceCommand {
    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public String help() {
        return "- checks the base tables one by one";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException, IOException {
        if (!arguments.isEmpty()) {
            out.println("It takes no arguments.");
            return 2;
        }
        try (var connection = databases.system()) {
            var tables = Coverage.check(connection);
            tables.forEach(table -> out.printf(
                    "%-6s %s%s%n",
                    table.ok() ? "ok" : "wrong",
                    table.table(),
                    table.ok() ? "" : ": " + String.join("; ", table.problems())));
            var good = tables.stream().filter(TableCoverage::ok).count();
            out.println(good + "/" + tables.size());
            return good == tables.size() ? 0 : 1;
        }
    }
}
