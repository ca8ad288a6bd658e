package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;

/**
 * What probably became of the lots that are gone. Stronger evidence replaces weaker; what was replaced is kept. A
 * recorded sale is the strongest, so no rule replaces it.
 */
final class Outcomes {
    /**
     * A lot may fulfil several rules; the surest one counts. An auction of which the day alone is known is at some time of
     * that day, wherever in America it is.
     */
    private static final String CONCLUDED = """
            create temporary table concluded on commit drop as
            select distinct on (l.id) l.id as lot_id, l.status as was, rule.outcome, rule.confidence, rule.name as rule,
              jsonb_strip_nulls(jsonb_build_object('disappeared_at', l.disappeared_at,
                'auction_datetime_utc', l.auction_datetime_utc, 'auction_date', l.auction_date, 'sale_type', l.sale_type, 'snapshot_at', t.at,
                'file_id', l.source_file_id, 'relisted_as', next.id)) as evidence
            from vehicle.lots l
            cross join (select cast(? as timestamptz) as at) t
            left join lateral (
              select n.id from vehicle.lots n where n.previous_lot_id = l.id order by n.id limit 1
            ) next on true
            cross join lateral (
              select coalesce(l.auction_datetime_utc, cast(l.auction_date as timestamp) at time zone 'UTC') as earliest,
                coalesce(l.auction_datetime_utc,
                  cast(l.auction_date as timestamp) at time zone 'UTC' + interval '36 hours') as latest
            ) auction
            cross join lateral (values
              ('relisted_after_gone', 'not_sold', 0.95, next.id is not null),
              ('pure_sale_gone', 'sold', 0.85,
                l.sale_type = 'pure_sale' and auction.latest <= t.at - interval '24 hours'
                and auction.earliest <= l.disappeared_at),
              ('no_relist_for_7_days', 'on_approval', 0.60,
                l.sale_type in ('minimum_bid', 'on_approval') and auction.latest <= t.at - interval '7 days'
                and auction.earliest <= l.disappeared_at),
              ('gone_before_auction', 'cancelled', 0.50,
                auction.earliest is null or l.disappeared_at < auction.earliest)
            ) as rule (name, outcome, confidence, holds)
            where l.source = ? and l.disappeared_at is not null and not l.is_removed and rule.holds
              and l.status in ('pending_result', 'on_approval', 'sold', 'not_sold', 'cancelled')
              and (l.outcome_confidence is null or rule.confidence > l.outcome_confidence)
            order by l.id, rule.confidence desc
            """;

    private static final String SUPERSEDE = """
            update vehicle.lot_outcomes o set superseded_at = now()
            from concluded c where o.lot_id = c.lot_id and o.superseded_at is null
            """;

    private static final String WRITE = """
            insert into vehicle.lot_outcomes (lot_id, outcome, confidence, rule, evidence)
            select lot_id, outcome, confidence, rule, evidence from concluded
            """;

    private static final String SHOW = """
            update vehicle.lots l set outcome = c.outcome, outcome_confidence = c.confidence, status = c.outcome,
              updated_at = now()
            from concluded c where l.id = c.lot_id
            """;

    private static final String TELL = """
            insert into audit.lot_events (lot_id, kind, at, changes, file_id)
            select lot_id, 'outcome', cast(? as timestamptz),
              jsonb_build_object('status', jsonb_build_array(was, outcome), 'rule', jsonb_build_array(null, rule)),
              cast(? as uuid)
            from concluded
            """;

    private Outcomes() {}

    /**
     * Concludes within the caller's transaction.
     *
     * @param source whose lots are judged, by its own snapshots
     * @param at time of the newest snapshot
     * @param file whose load it is, or null
     * @return how many lots have a new outcome
     */
    static int conclude(Connection connection, String source, Instant at, Object file) throws SQLException {
        Sql.update(connection, CONCLUDED, Columns.time(at), source);
        Sql.update(connection, SUPERSEDE);
        Sql.update(connection, WRITE);
        Sql.update(connection, SHOW);
        return Sql.update(connection, TELL, Columns.time(at), file);
    }
}
