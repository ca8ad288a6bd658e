package org.quartermaster.procurement.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.Criteria;

/** Tells of CPV codes in criteria under which the list has nothing, or whose check digit is another one. */
public final class CriteriaWarnings {
    private static final String CHECK = """
            select g.given, exists (
                select from procurement.cpv_codes c where c.prefix ~>=~ g.prefix and c.prefix ~<~ (g.prefix || ':')
              ) as is_listed,
              (select c.check_digit from procurement.cpv_codes c where c.prefix = g.prefix) as check_digit, g.digit
            from unnest($1::text[], $2::text[], $3::int[]) g (given, prefix, digit)
            """;

    private CriteriaWarnings() {}

    /** What is odd about the criteria; empty where nothing is. */
    public static Uni<List<CriteriaWarning>> of(UnitOfWork unit, Criteria criteria) {
        var codes = criteria.cpv() == null
                ? List.<Cpv>of()
                : Stream.concat(criteria.cpv().any().stream(), criteria.cpv().none().stream())
                        .toList();
        if (codes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var columns = new Columns<>(codes);
        return unit.run(CHECK, columns.texts(Cpv::given), columns.texts(Cpv::prefix), columns.integers(Cpv::checkDigit))
                .map(CriteriaWarnings::read);
    }

    private static List<CriteriaWarning> read(RowSet<Row> rows) {
        var warnings = new ArrayList<CriteriaWarning>();
        for (var row : rows) {
            var listed = row.getInteger("check_digit");
            var given = row.getInteger("digit");
            if (!row.getBoolean("is_listed")) {
                warnings.add(new CriteriaWarning("cpv_unlisted", row.getString("given")));
            } else if (given != null && listed != null && !given.equals(listed)) {
                warnings.add(new CriteriaWarning("check_digit_mismatch", row.getString("given")));
            }
        }
        return warnings;
    }
}
