package org.quartermaster.procurement.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One of the tables that the service has to have, or what must be there before a row of one can be.
 *
 * @param name without its schema; {@code setup} for what is no base table
 * @param isGuarded whether row-level security keeps its rows apart
 * @param checked columns with a check constraint
 * @param statements that add one row, and then count it
 */
record BaseTable(String name, boolean isGuarded, List<String> checked, List<String> statements) {
    private static final String FILE = "coverage/tables.sql";
    private static final String MARK = "-- ";
    private static final String SETUP = "setup";

    /** All of them, each after those that it refers to. */
    static List<BaseTable> all() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream(FILE)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .skip(1)
                    .map(String::strip)
                    .filter(part -> part.startsWith(MARK))
                    .map(BaseTable::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BaseTable read(String part) {
        var end = part.indexOf('\n');
        var words = List.of(part.substring(MARK.length(), end).split(" "));
        var statements = Arrays.stream(part.substring(end).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
        return new BaseTable(
                words.get(0),
                words.contains("guarded"),
                words.size() < 2 ? List.of() : words.subList(2, words.size()),
                statements);
    }

    /** True for what is asked for, not only needed by others. */
    boolean isAsked() {
        return !name.equals(SETUP);
    }
}
