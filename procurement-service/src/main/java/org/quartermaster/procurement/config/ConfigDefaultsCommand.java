package org.quartermaster.procurement.config;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.migration.MigrationFile;
import org.quartermaster.platform.migration.ServiceCommand;

/** Adds the settings that somebody removed, as the migrations made them; what is there stays as it is. */
public final class ConfigDefaultsCommand implements ServiceCommand {
    /** NB: a semicolon within a text is not at the end of its line. */
    private static final Pattern INSERT =
            Pattern.compile("insert into procurement\\.system_config .*?(?=;\\s*(\\n|\\z))", Pattern.DOTALL);

    @Override
    public String name() {
        return "config-defaults";
    }

    @Override
    public String help() {
        return "- adds settings that are missing, and overwrites none";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException, IOException {
        if (!arguments.isEmpty()) {
            out.println("It takes no arguments.");
            return 2;
        }
        try (var connection = databases.owner()) {
            var added = 0;
            for (var insert : inserts().toList()) {
                var keys = Sql.query(
                        connection,
                        insert + " on conflict (config_key) do nothing returning config_key",
                        row -> row.getString(1));
                keys.forEach(key -> out.println("added  " + key));
                added += keys.size();
            }
            out.println(added == 0 ? "Nothing to do: no setting is missing." : "Added " + added + " settings.");
        }
        return 0;
    }

    private static Stream<String> inserts() throws IOException {
        return MigrationFile.all('V').stream()
                .flatMap(file -> INSERT.matcher(file.sql()).results())
                .map(found -> found.group());
    }
}
