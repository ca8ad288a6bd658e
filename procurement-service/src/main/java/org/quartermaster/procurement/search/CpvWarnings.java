package org.quartermaster.procurement.search;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.procurement.cpv.Cpv;

/** What is odd about the codes that a search asks for, which it is made with all the same. */
final class CpvWarnings {
    private static final String LISTED = """
            select a.given, a.prefix, a.check_digit, c.cpv_code as listed,
              exists (select from procurement.cpv_codes u where u.prefix like a.prefix || '%') as has_listed
            from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as int[])) as a (given, prefix, check_digit)
            left join procurement.cpv_codes c on c.prefix = a.prefix
            """;

    private CpvWarnings() {}

    static Query query(List<Cpv> codes) {
        return Query.of(
                LISTED,
                codes.stream().map(Cpv::given).toArray(String[]::new),
                codes.stream().map(Cpv::prefix).toArray(String[]::new),
                codes.stream().map(Cpv::checkDigit).toArray(Integer[]::new));
    }

    static List<SearchWarning> read(RowSet<Row> rows) {
        var warnings = new ArrayList<SearchWarning>();
        for (var row : rows) {
            var given = row.getString("given");
            var listed = row.getString("listed");
            var check = row.getInteger("check_digit");
            if (!row.getBoolean("has_listed")) {
                warnings.add(new SearchWarning("unknown", given, "no listed CPV code begins with it"));
            } else if (check != null && listed != null && !listed.endsWith("-" + check)) {
                warnings.add(new SearchWarning("check_digit_mismatch", given, "the listed code is " + listed));
            }
        }
        return warnings;
    }

    /**
     * What is odd about a value of a search.
     *
     * @param value as it was given
     */
    record SearchWarning(String code, String value, String message) {}
}
