package org.quartermaster.catalog.safetyreference;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Versioned;

/**
 * One list of safety.
 *
 * @param key the column that a row is found by
 * @param owned whether tenants have rows of their own beside those of all
 * @param entity its name in events
 * @param path where a row is found
 * @param id of a row in events
 */
record SafetyList<I extends SafetyInput<I>, V extends Versioned>(
        String table,
        String key,
        boolean owned,
        String entity,
        Class<I> input,
        Class<V> view,
        Function<V, String> id,
        Function<V, String> path) {
    static final String PATH = "/api/v1/safety/";
    static final String ROW = "cast(to_jsonb(r) as text) as row";
    static final String OWNED_ROW =
            "cast(to_jsonb(r) || jsonb_build_object('shared', r.tenant_id is null) as text) as row";
    static final String MINE = "(r.tenant_id is null or r.tenant_id = %s)";

    static final ProblemType NOT_FOUND = ProblemType.NOT_FOUND;

    private static final String GIVEN = """
            from jsonb_populate_record(null::catalog.%s, cast(cast($1 as text) as jsonb)
              || jsonb_build_object('tenant_id', cast($2 as text))) n""";

    String row() {
        return owned ? OWNED_ROW : ROW;
    }

    /** The row that {@code $1} names, which the tenant {@code $2} may see. */
    String find() {
        return "select %s from catalog.%s r where r.%s = $1 and %s"
                .formatted(row(), table, key, owned ? MINE.formatted("$2") : "cast($2 as text) is not null");
    }

    /** Adds the row {@code $1} of the tenant {@code $2}, which is null for a row of all. */
    String insert() {
        return "insert into catalog.%s as r (%s) select %s %s returning %s"
                .formatted(table, columns("%s"), columns("n.%s"), GIVEN.formatted(table), row());
    }

    /** Changes the row that {@code $3} names, as above. */
    String update() {
        return "update catalog.%s as r set %s %s where r.%s = $3 returning %s"
                .formatted(table, columns("%1$s = n.%1$s"), GIVEN.formatted(table), key, row());
    }

    String delete() {
        return "delete from catalog.%s where %s = $1".formatted(table, key);
    }

    private String columns(String form) {
        var own = owned ? Stream.of("tenant_id") : Stream.<String>empty();
        var written = Arrays.stream(input.getRecordComponents()).map(component -> component
                .getName()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT));
        return Stream.concat(own, written).map(form::formatted).collect(Collectors.joining(", "));
    }
}
