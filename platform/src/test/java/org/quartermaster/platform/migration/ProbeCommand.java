package org.quartermaster.platform.migration;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/** A command such as services add: says who it works as, and gives its argument as the exit code. */
public final class ProbeCommand implements ServiceCommand {
    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String help() {
        return "CODE - says who it works as";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException {
        try (var owner = databases.owner();
                var system = databases.system()) {
            for (var connection : List.of(owner, system)) {
                Sql.query(connection, "select current_user", row -> row.getString(1))
                        .forEach(out::println);
            }
        }
        return Integer.parseInt(arguments.get(0));
    }
}
