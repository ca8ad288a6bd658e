package org.quartermaster.procurement.search;

import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.ListQuery.Part;

/** Queries over all tenders that fulfil conditions. */
public final class Found {
    /** After the table: about 20,000 of its rows, or all where there are fewer. */
    static final String SAMPLED = " tablesample system (procurement.tenders_sample())";

    private static final String TENDERS = "procurement.tenders t";
    private static final String TOTAL = """
            select case when n <= %1$d then n
              else greatest(n, (select cast(count(*) * 100 / procurement.tenders_sample() as bigint) from (%2$s) s)) end
            from (select count(*) as n from (%3$s limit %4$d) x) counted
            """;

    private Found() {}

    /** {@code select columns from table where conditions}; the parameters do not depend on columns and table. */
    static Query query(String columns, String from, List<Part> conditions) {
        var list = new ListQuery("found", columns, from);
        conditions.forEach(part -> list.where(part.condition(), part.values()));
        return list.all("");
    }

    /** Rows of columns over procurement.tenders t of what is asked for. */
    public static Query query(String columns, Asked asked, Instant instant) {
        return query(columns, TENDERS, asked.conditions(instant));
    }

    /** How many there are: counted up to the cap, estimated above it. */
    static Query total(List<Part> conditions, int cap) {
        var found = query("1", TENDERS, conditions);
        var sampled = query("1", TENDERS + SAMPLED, conditions);
        return new Query(TOTAL.formatted(cap, sampled.sql(), found.sql(), cap + 1), found.parameters());
    }
}
