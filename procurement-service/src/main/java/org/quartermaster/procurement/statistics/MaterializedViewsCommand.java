package org.quartermaster.procurement.statistics;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.migration.ServiceCommand;

/** Makes the statistics of tenders anew; readers go on meanwhile. */
public final class MaterializedViewsCommand implements ServiceCommand {
    private static final String REFRESH = "select procurement.refresh_statistics()";
    private static final String DONE = "select view, as_of::text from procurement.statistics_refresh order by view";

    @Override
    public String name() {
        return "materialized-views";
    }

    @Override
    public String help() {
        return "- makes the statistics of tenders anew";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException {
        if (!arguments.isEmpty()) {
            out.println("It takes no arguments.");
            return 2;
        }
        try (var connection = databases.system()) {
            out.println("Refreshing ...");
            Sql.query(connection, REFRESH, row -> row.getString(1));
            Sql.query(connection, DONE, row -> row.getString(1) + " as of " + row.getString(2))
                    .forEach(out::println);
        }
        return 0;
    }
}
