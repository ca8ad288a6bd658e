package org.quartermaster.vehicle.market;

import java.util.Collection;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Keeps the counts of lots by make, model and year right where single lots come, go or change their state. */
public final class MarketCounts {
    /** For a transaction that is about to change counts. */
    public static final String LOCK = "lock table vehicle.make_model_counts in share row exclusive mode";

    private static final String ADD = """
        insert into vehicle.make_model_counts as c (make, model_group, year, lots, listed)
        select max(l.make), max(l.model_group), max(l.year), $2::int * count(*),
          $2::int * count(*) filter (where l.status in ('unscheduled', 'active'))
        from vehicle.lots l where l.id = any ($1::bigint[]) and not l.is_removed
        group by coalesce(l.make, ''), coalesce(l.model_group, ''), coalesce(l.year, 0)
        on conflict (coalesce(make, ''), coalesce(model_group, ''), coalesce(year, 0))
        do update set lots = c.lots + excluded.lots, listed = c.listed + excluded.listed
        """;
    /** Leaves nothing that counts no lot. */
    public static final String CLEAR = "delete from vehicle.make_model_counts where lots <= 0";

    private MarketCounts() {}

    public static Query lock() {
        return Query.of(LOCK);
    }

    /** Leaves lots out, as they are before their change. */
    public static Query without(Collection<Long> lots) {
        return Query.of(ADD, lots.toArray(Long[]::new), -1);
    }

    /** Counts lots again, as they are after their change. */
    public static Query with(Collection<Long> lots) {
        return Query.of(ADD, lots.toArray(Long[]::new), 1);
    }

    /** Leaves nothing that counts no lot. */
    public static Query clear() {
        return Query.of(CLEAR);
    }
}
