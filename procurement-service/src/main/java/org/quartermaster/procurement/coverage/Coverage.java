package org.quartermaster.procurement.coverage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.migration.SchemaColumns;

/**
 * Holds the 31 base tables of a database against what the service was written for: that they exist, with their columns,
 * keys, indexes, walls and checks, and take a row and give it back. Nothing is left behind. Blocking.
 */
public final class Coverage {
    private static final String SCHEMA = "procurement.";
    private static final String KIND = "select relkind from pg_class where oid = to_regclass(?)";
    private static final String HAS_KEY = "select 1 from pg_constraint where conrelid = ?::regclass and contype = 'p'";

    /** The columns of a foreign key have to be the first ones of an index, in any order. */
    private static final String UNINDEXED = """
            select c.conname from pg_constraint c
            where c.conrelid = ?::regclass and c.contype = 'f' and not exists (
              select from pg_index i where i.indrelid = c.conrelid
                and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
            """;

    private static final String IS_WALLED =
            "select relrowsecurity and relforcerowsecurity from pg_class where oid = ?::regclass";
    private static final String IS_CHECKED = """
            select 1 from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.conrelid = ?::regclass and c.contype = 'c' and a.attname = ?
            """;

    /** The view shows these columns of its table. */
    private static final String SHOWN = """
            select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and not exists (select from pg_attribute t where t.attrelid = 'procurement.tender_documents'::regclass
                and t.attname = pg_attribute.attname and t.atttypid = pg_attribute.atttypid)
            """;

    private final Connection connection;
    private final Map<String, String> declared;
    private final Map<String, String> live;

    private Coverage(Connection connection, Map<String, String> declared, Map<String, String> live) {
        this.connection = connection;
        this.declared = declared;
        this.live = live;
    }

    /**
     * Checks all of them.
     *
     * @param connection of the role that may write rows of all tenants; nothing is committed on it
     */
    public static List<TableCoverage> check(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            var coverage = new Coverage(connection, SchemaColumns.declared(), SchemaColumns.live(connection));
            var found = new ArrayList<TableCoverage>();
            for (var table : BaseTable.all()) {
                var problems = coverage.problems(table);
                if (table.isAsked()) {
                    found.add(TableCoverage.of(table.name(), problems));
                }
            }
            return found;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<String> problems(BaseTable table) throws SQLException {
        var problems = new ArrayList<String>();
        if (table.isAsked()) {
            var name = SCHEMA + table.name();
            var kind = Sql.query(connection, KIND, row -> row.getString(1), name);
            if (kind.isEmpty()) {
                return List.of("does not exist");
            }
            if (kind.get(0).equals("v")) {
                Sql.query(connection, SHOWN, row -> problems.add(row.getString(1) + " is not as in its table"), name);
            } else {
                structure(table, name, problems);
            }
        }
        row(table, problems);
        return problems;
    }

    private void structure(BaseTable table, String name, List<String> problems) throws SQLException {
        columns(name + ".", problems);
        if (Sql.query(connection, HAS_KEY, row -> 1, name).isEmpty()) {
            problems.add("has no primary key");
        }
        Sql.query(connection, UNINDEXED, row -> problems.add("no index for " + row.getString(1)), name);
        if (table.isGuarded()
                && !Sql.query(connection, IS_WALLED, row -> row.getBoolean(1), name)
                        .get(0)) {
            problems.add("row-level security is not on and forced");
        }
        for (var column : table.checked()) {
            if (Sql.query(connection, IS_CHECKED, row -> 1, name, column).isEmpty()) {
                problems.add("no check on " + column);
            }
        }
    }

    private void columns(String prefix, List<String> problems) {
        var names = new TreeSet<String>(declared.keySet());
        names.addAll(live.keySet());
        for (var name : names.tailSet(prefix)) {
            if (!name.startsWith(prefix)) {
                return;
            }
            var wanted = declared.get(name);
            var is = live.get(name);
            var column = name.substring(prefix.length());
            if (is == null || wanted == null) {
                problems.add(column + (is == null ? " is missing" : " is unknown"));
            } else if (!isHeld(wanted, is)) {
                problems.add(column + " is of type " + is + ", not " + wanted);
            }
        }
    }

    /** NB: with pgvector a vector is one. */
    private static boolean isHeld(String wanted, String is) {
        return is.equals(wanted) || wanted.equals("_float4") && is.equals("vector");
    }

    /** NB: a savepoint, so that one table that refuses its row leaves the others their turn. */
    private void row(BaseTable table, List<String> problems) throws SQLException {
        var before = connection.setSavepoint();
        try {
            for (var statement : table.statements()) {
                if (statement.startsWith("select")) {
                    readBack(statement, problems);
                } else {
                    Sql.update(connection, statement);
                }
            }
        } catch (SQLException refused) {
            connection.rollback(before);
            problems.add("takes no row: " + refused.getMessage());
        }
    }

    private void readBack(String count, List<String> problems) throws SQLException {
        if (Sql.query(connection, count, row -> row.getInt(1)).get(0) != 1) {
            problems.add("does not give its row back");
        }
    }
}
