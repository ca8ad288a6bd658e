package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.vehicle.market.MarketCounts;

/**
 * Keeps the numbers of lots by make, model and year right by what a load moved, not by all lots. NB: whoever notes a lot
 * in {@code moved} has its row locked, so that what others do to it comes before or after.
 */
final class Recount {
    /** What is to be added to the numbers, in as many rows as its writers like. */
    static final String MOVED = """
            create temporary table moved (make text, model_group text, year int, lots bigint, listed bigint) on commit drop
            """;

    /** Lots that are about to become another make, model or year; those that are listed stay so, and the others too. */
    static final String RENAMED = """
            with renamed as (
              select l.make, l.model_group, l.year, i.make as new_make, i.model_group as new_model_group,
                i.year as new_year, case when l.status in ('unscheduled', 'active') then 1 else 0 end as listed
              from decided d
              join incoming i on i.row_no = d.row_no
              join vehicle.lots l on l.id = d.lot_id
              where d.effect in ('updated', 'touched') and not l.is_removed
                and (l.make, l.model_group, l.year) is distinct from (i.make, i.model_group, i.year)
              for update of l
            )
            insert into moved
            select make, model_group, year, -1, -listed from renamed
            union all
            select new_make, new_model_group, new_year, 1, listed from renamed
            """;

    private static final String APPLY = """
            insert into vehicle.make_model_counts as c (make, model_group, year, lots, listed)
            select max(m.make), max(m.model_group), max(m.year), sum(m.lots), sum(m.listed)
            from moved m
            group by coalesce(m.make, ''), coalesce(m.model_group, ''), coalesce(m.year, 0)
            having sum(m.lots) <> 0 or sum(m.listed) <> 0
            on conflict (coalesce(make, ''), coalesce(model_group, ''), coalesce(year, 0))
            do update set lots = c.lots + excluded.lots, listed = c.listed + excluded.listed
            """;

    private Recount() {}

    /** Adds what was moved, at the end of the transaction. */
    static void apply(Connection connection) throws SQLException {
        Sql.update(connection, MarketCounts.LOCK);
        Sql.update(connection, APPLY);
        Sql.update(connection, MarketCounts.CLEAR);
    }
}
