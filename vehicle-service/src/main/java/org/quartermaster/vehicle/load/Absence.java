package org.quartermaster.vehicle.load;

/** What a snapshot says of lots by naming them again, or by not naming them any more. */
final class Absence {
    /** What the gate has to know: whether a newer or equal snapshot was loaded, and the baseline. */
    static final String HISTORY = """
            select coalesce(bool_or(snapshot_at >= cast(? as timestamptz)), false),
              (select percentile_cont(0.5) within group (order by accepted) from (
                select cast(r.counts ->> 'read' as bigint) - cast(r.counts ->> 'quarantined' as bigint) as accepted
                from raw.csv_files p
                join audit.etl_runs r on r.file_id = p.file_id and r.status = 'completed'
                where p.source = ? and p.state = 'loaded' and p.mode = 'snapshot'
                order by p.snapshot_at desc limit ?) last),
              count(*)
            from raw.csv_files f where f.source = ? and f.state = 'loaded' and f.mode = 'snapshot'
            """;

    /**
     * Where lots stand whose state the feed does not decide, because they are removed or their sale is recorded: kept
     * for the day that it decides again, and nothing is told of it.
     */
    static final String FOLLOW_RETURNED = """
            update vehicle.lots l set disappeared_at = null, updated_at = now()
            from decided d cross join this_load t
            where l.id = d.lot_id and d.effect <> 'duplicate' and l.disappeared_at < t.snapshot_at
              and (l.is_removed or l.outcome_confidence = 1)
            """;

    static final String FOLLOW_GONE = """
            update vehicle.lots l set disappeared_at = t.snapshot_at, updated_at = now()
            from this_load t
            where l.source = t.source and l.disappeared_at is null and (l.is_removed or l.outcome_confidence = 1)
              and not exists (select from incoming i where i.lot_external_id = l.lot_external_id)
            """;

    /** Lots that were gone and stand in a later snapshot. */
    static final String RETURNED = """
            create temporary table returned on commit drop as
            select l.id as lot_id, d.row_no, l.status as was,
              case when l.auction_date is null and l.auction_datetime_utc is null then 'unscheduled' else 'active' end
                as becomes
            from decided d
            join vehicle.lots l on l.id = d.lot_id
            cross join this_load t
            where d.effect <> 'duplicate' and l.disappeared_at < t.snapshot_at and not l.is_removed
              and l.outcome_confidence is distinct from 1
            """;

    static final String LIST_AGAIN = """
            update vehicle.lots l set status = r.becomes, disappeared_at = null, outcome = null,
              outcome_confidence = null, updated_at = now()
            from returned r where l.id = r.lot_id
            """;

    static final String SUPERSEDE = """
            update vehicle.lot_outcomes o set superseded_at = t.snapshot_at
            from returned r cross join this_load t where o.lot_id = r.lot_id and o.superseded_at is null
            """;

    static final String TELL_RETURNED = """
            insert into audit.lot_events (lot_id, kind, at, changes, file_id, row_no)
            select r.lot_id, 'reappeared', t.snapshot_at,
              jsonb_build_object('status', jsonb_build_array(r.was, r.becomes)), t.file_id, r.row_no
            from returned r cross join this_load t
            """;

    /** NB: a record in quarantine names its lot too, which is there whatever is wrong with it. */
    static final String ABSENT = """
            create temporary table absent on commit drop as
            select l.id, l.status from vehicle.lots l cross join this_load t
            where l.source = t.source and l.status in ('unscheduled', 'active') and not l.is_removed
              and not exists (select from incoming i where i.lot_external_id = l.lot_external_id)
            """;

    /** For a gate that is opened later. */
    static final String KEEP = """
            insert into audit.gate_absences (file_id, lot_ids, last_lot_id)
            select t.file_id, array(select id from absent order by id), coalesce((select max(id) from vehicle.lots), 0)
            from this_load t
            """;

    /** Those that the file did not name and nothing newer has named since. */
    static final String ABSENT_LATER = """
            create temporary table absent on commit drop as
            with kept as (
              select k.* from audit.gate_absences k join this_load t on t.file_id = k.file_id
            ), unnamed as (
              select unnest(lot_ids) as id from kept
              union
              select l.id from vehicle.lots l join kept k on l.id > k.last_lot_id
            )
            select l.id, l.status
            from unnamed u
            cross join this_load t
            join vehicle.lots l on l.id = u.id
            where l.source = t.source and l.status in ('unscheduled', 'active') and not l.is_removed
              and not exists (
                select from raw.csv_files f where f.file_id = l.source_file_id and f.snapshot_at > t.snapshot_at)
              and not exists (
                select from staging.copart_raw q
                where q.file_id = t.file_id and q.lot_external_id = l.lot_external_id)
            """;

    static final String FORGET = "delete from audit.gate_absences k using this_load t where k.file_id = t.file_id";

    static final String GONE = """
            with updated as (
              update vehicle.lots l set status = 'pending_result', disappeared_at = t.snapshot_at, updated_at = now()
              from absent g cross join this_load t where l.id = g.id
              returning l.id
            )
            insert into audit.lot_events (lot_id, kind, at, changes, file_id)
            select g.id, 'disappeared', t.snapshot_at,
              jsonb_build_object('status', jsonb_build_array(g.status, 'pending_result')), t.file_id
            from absent g join updated u on u.id = g.id cross join this_load t
            """;

    private Absence() {}
}
