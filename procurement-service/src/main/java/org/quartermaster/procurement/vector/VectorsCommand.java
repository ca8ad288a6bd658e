package org.quartermaster.procurement.vector;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.migration.ServiceCommand;

/** Converts the stored vectors to pgvector's type where the server has come to have it. */
public final class VectorsCommand implements ServiceCommand {
    @Override
    public String name() {
        return "vectors";
    }

    @Override
    public String help() {
        return "- converts vectors to pgvector's type, where the server has the extension";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException {
        if (!arguments.isEmpty()) {
            out.println("It takes no arguments.");
            return 2;
        }
        out.println("Converting, which takes a while where there are many...");
        try (var owner = databases.owner()) {
            VectorColumn.lines(VectorColumn.convert(owner)).forEach(out::println);
        }
        return 0;
    }
}
