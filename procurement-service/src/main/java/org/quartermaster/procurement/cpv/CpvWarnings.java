package org.quartermaster.procurement.cpv;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Tells of codes under which the list has nothing, or whose check digit is another one; criteria take them all the same. */
public final class CpvWarnings {
    private static final String LISTED = """
            select a.given, a.check_digit, c.cpv_code as listed, exists (
                select from procurement.cpv_codes u where u.prefix ~>=~ a.prefix and u.prefix ~<~ (a.prefix || ':')
              ) as has_listed
            from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as int[])) as a (given, prefix, check_digit)
            left join procurement.cpv_codes c on c.prefix = a.prefix
            """;

    private CpvWarnings() {}

    /** Asks for what {@link #read} tells. */
    public static Query query(List<Cpv> codes) {
        var columns = new Columns<>(codes);
        return Query.of(
                LISTED, columns.texts(Cpv::given), columns.texts(Cpv::prefix), columns.integers(Cpv::checkDigit));
    }

    /** What is odd about the codes; empty where nothing is. */
    public static Uni<List<CpvWarning>> of(UnitOfWork unit, List<Cpv> codes) {
        return codes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unit.runAll(List.of(query(codes))).map(results -> read(results.get(0)));
    }

    /** What is odd about the codes of a {@link #query}. */
    public static List<CpvWarning> read(RowSet<Row> rows) {
        var warnings = new ArrayList<CpvWarning>();
        for (var row : rows) {
            var given = row.getString("given");
            var listed = row.getString("listed");
            var check = row.getInteger("check_digit");
            if (!row.getBoolean("has_listed")) {
                warnings.add(new CpvWarning("unknown", given, "no listed CPV code begins with it"));
            } else if (check != null && listed != null && !listed.endsWith("-" + check)) {
                warnings.add(new CpvWarning("check_digit_mismatch", given, "the listed code is " + listed));
            }
        }
        return warnings;
    }
}
