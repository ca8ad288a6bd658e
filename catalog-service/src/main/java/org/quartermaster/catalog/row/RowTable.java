package org.quartermaster.catalog.row;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Rows of one table of tenants as JSON: any number of them is added or changed by one statement, and jsonb columns are
 * what they are. The columns are the public fields of the row's class.
 */
public final class RowTable<E extends CatalogRow> {
    /** The keys by which one row needs another. */
    private static final Set<String> KEY_BROKEN = Set.of("23503", "23001");

    /** NB: only the server's message is kept. */
    private static final Pattern KEY = Pattern.compile("constraint \"([^\"]+)\"");

    private static final Set<String> OWN = Set.of("id", "version", "created_at", "updated_at");
    /** A row that is to go is needed by another. */
    public static final ProblemType IN_USE = new ProblemType(409, "in_use");

    private final DatabaseJson json;
    private final String table;
    private final Class<E> type;
    private final List<String> columns;
    private final List<String> written;

    /**
     * @param table with its schema
     * @param kept columns that triggers alone write
     */
    public RowTable(DatabaseJson json, String table, Class<E> type, String... kept) {
        this.json = json;
        this.table = table;
        this.type = type;
        this.columns = Arrays.stream(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field ->
                        field.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .toList();
        this.written = columns.stream()
                .filter(column -> !OWN.contains(column))
                .filter(column -> !List.of(kept).contains(column))
                .toList();
    }

    /** What to select so that {@link #read} finds a row. */
    public String select(String alias) {
        return "(select cast(to_jsonb(r) as text) from (select " + each("%s." + "%s", alias) + ") r) as row";
    }

    private String each(String form, String alias) {
        return columns.stream().map(column -> form.formatted(alias, column)).collect(Collectors.joining(", "));
    }

    private String each(String form) {
        return written.stream().map(column -> form.formatted(column, column)).collect(Collectors.joining(", "));
    }

    /** The row that {@link #select} gave. */
    public E read(Row row) {
        return json.read(row.getString("row"), type);
    }

    private List<E> readAll(RowSet<Row> rows) {
        var all = new ArrayList<E>();
        rows.forEach(row -> all.add(read(row)));
        return all;
    }

    /** The rows for which a condition holds. */
    public Query where(String condition, Object... values) {
        return Query.of("select " + select("t") + " from " + table + " t where " + condition, values);
    }

    /** Locks the row of the tenant. */
    public Uni<E> lock(UnitOfWork unit, long id, ProblemType missing) {
        var query = where(
                "t.tenant_id = $1 and t.id = $2 for no key update",
                unit.caller().tenant(),
                id);
        return unit.runAll(List.of(query)).map(rows -> read(missing.require(rows.get(0))));
    }

    /** The rows for which a condition holds, as the transaction sees them. */
    public Uni<List<E>> find(UnitOfWork unit, String condition, Object... values) {
        return unit.runAll(List.of(where(condition, values))).map(rows -> readAll(rows.get(0)));
    }

    /** Adds a row of the tenant and gives it as it was kept; 422 {@code reference.unknown} where it names a row in vain. */
    public Uni<E> insert(UnitOfWork unit, E row) {
        return insert(unit, List.of(row)).map(rows -> rows.get(0));
    }

    /** As above, for many rows in their order. */
    public Uni<List<E>> insert(UnitOfWork unit, List<E> rows) {
        return unit.run(
                        """
                        insert into %s as t (tenant_id, %s) select $2, %s
                        from jsonb_populate_recordset(null::%s, cast($1::text as jsonb)) r returning %s
                        """.formatted(table, each("%s"), each("r.%s"), table, select("t")),
                        json.text(rows),
                        unit.caller().tenant())
                .map(this::readAll)
                .onFailure(RowTable::isKeyBroken)
                .transform(this::unknown);
    }

    /** Changes a row of the tenant and gives it as it was kept; 422 as for a new one. */
    public Uni<E> update(UnitOfWork unit, E row) {
        return update(unit, List.of(row)).map(rows -> rows.get(0));
    }

    /** As above, for many rows; they come back in any order. */
    public Uni<List<E>> update(UnitOfWork unit, List<E> rows) {
        return unit.run(
                        """
                        update %s as t set %s from jsonb_populate_recordset(null::%s, cast($1::text as jsonb)) r
                        where t.tenant_id = $2 and t.id = r.id returning %s
                        """.formatted(table, each("%s = r.%s"), table, select("t")),
                        json.text(rows),
                        unit.caller().tenant())
                .map(this::readAll)
                .onFailure(RowTable::isKeyBroken)
                .transform(this::unknown);
    }

    /** Deletes a row of the tenant; 409 {@code in_use} while another needs it. */
    public Uni<Void> delete(UnitOfWork unit, long id) {
        return unit.run(
                        "delete from %s where tenant_id = $1 and id = $2".formatted(table),
                        unit.caller().tenant(),
                        id)
                .onFailure(RowTable::isKeyBroken)
                .transform(failure -> Problem.of(IN_USE))
                .replaceWithVoid();
    }

    /** Whether a row names another that is not there, or is to go while another needs it. */
    public static boolean isKeyBroken(Throwable failure) {
        return failure instanceof ConstraintViolationException refused && KEY_BROKEN.contains(refused.getSQLState());
    }

    /** NB: the key {@code product_category_fk} is that of {@code category_id}, {@code product_uom_fk} of {@code base_uom}. */
    private Throwable unknown(Throwable failure) {
        var named = KEY.matcher(
                ((ConstraintViolationException) failure).getSQLException().getMessage());
        if (!named.find()) {
            return failure;
        }
        var key = named.group(1);
        var name = table.substring(table.indexOf('.') + 1) + "_";
        var word = key.replaceFirst("^" + name, "").replaceFirst("_fk$", "");
        var field = columns.stream()
                .filter(each -> each.equals(word) || each.startsWith(word + "_") || each.endsWith("_" + word))
                .findFirst()
                .orElse(word);
        return Problem.invalid(field, "reference.unknown");
    }
}
