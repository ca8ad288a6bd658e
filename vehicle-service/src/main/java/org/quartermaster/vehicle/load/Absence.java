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

    /** Complete snapshots that are newer than the file: what they do not name is gone, whenever the file comes. */
    static final String NEWER = """
            create temporary table newer on commit drop as
            select f.file_id, f.snapshot_at
            from this_load t
            join raw.csv_files f on f.source = t.source and f.snapshot_at > t.snapshot_at
            join audit.etl_runs r on r.file_id = f.file_id and r.status = 'completed' and r.gate ->> 'state' = 'open'
            where f.state = 'loaded' and f.mode = 'snapshot'
            """;

    private static final String NAMED_IN_QUARANTINE = """
            select from staging.copart_raw q where q.file_id = n.file_id and q.lot_external_id = l.lot_external_id""";

    /** Lots that an older file brings after the snapshot that does not name them, which is where it is told. */
    static final String GONE_SINCE = """
            with found as (
              select distinct on (l.id) l.id, l.status, n.file_id, n.snapshot_at
              from decided d
              join vehicle.lots l on l.lot_external_id = d.lot_external_id
              cross join newer n
              where d.effect = 'inserted' and l.status in ('unscheduled', 'active') and not l.is_removed
                and not exists (%s)
              order by l.id, n.snapshot_at
            ), updated as (
              update vehicle.lots l set status = 'pending_result', disappeared_at = f.snapshot_at, updated_at = now()
              from found f where l.id = f.id
              returning l.id, l.make, l.model_group, l.year
            ), counted as (
              insert into moved select make, model_group, year, 0, -1 from updated
            )
            insert into audit.lot_events (lot_id, kind, at, changes, file_id)
            select f.id, 'disappeared', f.snapshot_at,
              jsonb_build_object('status', jsonb_build_array(f.status, 'pending_result')), f.file_id
            from found f join updated u on u.id = f.id
            """.formatted(NAMED_IN_QUARANTINE);

    /**
     * Where lots stand whose state the feed does not decide, because they are removed or their sale is recorded: kept
     * for the day that it decides again, and nothing is told of it.
     */
    static final String FOLLOW_RETURNED = """
            update vehicle.lots l set disappeared_at = null, updated_at = now()
            from decided d cross join this_load t
            where l.id = d.lot_id and d.was_gone and d.effect <> 'duplicate' and l.disappeared_at < t.snapshot_at
              and (l.is_removed or l.outcome_confidence = 1)
              and not exists (select from newer n where not exists (%s))
            """.formatted(NAMED_IN_QUARANTINE);

    static final String FOLLOW_GONE = """
            update vehicle.lots l set disappeared_at = t.snapshot_at, updated_at = now()
            from absent g cross join this_load t where l.id = g.id and g.is_followed
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
            where d.was_gone and d.effect <> 'duplicate' and l.disappeared_at < t.snapshot_at and not l.is_removed
              and l.outcome_confidence is distinct from 1
              and not exists (select from newer n where not exists (%s))
            for update of l
            """.formatted(NAMED_IN_QUARANTINE);

    static final String LIST_AGAIN = """
            with updated as (
              update vehicle.lots l set status = r.becomes, disappeared_at = null, outcome = null,
                outcome_confidence = null, updated_at = now()
              from returned r where l.id = r.lot_id
              returning l.make, l.model_group, l.year, r.was
            ), counted as (
              insert into moved select make, model_group, year, 0, 1 from updated
              where was not in ('unscheduled', 'active')
            )
            select count(*) from updated
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

    /**
     * The lots that the file does not name: listed ones, and those of which only the place in the feed is followed. NB: a
     * record in quarantine names its lot too, which is there whatever is wrong with it; where it could not be split, each
     * of its words may be the number.
     */
    static final String ABSENT = """
            create temporary table absent on commit drop as
            with mentioned as (
              select distinct case when t.source = 'copart' then word else t.source || ':' || word end as lot_external_id
              from incoming i
              cross join this_load t
              cross join regexp_split_to_table(i.raw_text, '[^0-9A-Za-z-]+') as word
              where i.verdict = 'quarantine' and i.lot_external_id is null and length(word) between 1 and 20
            ), unnamed as (
              select l.id, l.lot_external_id, l.status,
                l.is_removed or l.status not in ('unscheduled', 'active') as is_followed
              from vehicle.lots l cross join this_load t
              where l.source = t.source and (l.status in ('unscheduled', 'active') and not l.is_removed
                  or l.disappeared_at is null and (l.is_removed or l.outcome_confidence = 1))
                and not exists (select from named i where i.lot_external_id = l.lot_external_id)
            )
            select u.id, u.status, u.is_followed from unnamed u
            where not exists (select from mentioned m where m.lot_external_id = u.lot_external_id)
            """;

    /** For a gate that is opened later. */
    static final String KEEP = """
            insert into audit.gate_absences (file_id, lot_ids, last_lot_id)
            select t.file_id, array(select id from absent order by id),
              coalesce((select max(l.id) from vehicle.lots l where l.source = t.source), 0)
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
            select l.id, l.status, l.is_removed or l.status not in ('unscheduled', 'active') as is_followed
            from unnamed u
            cross join this_load t
            join vehicle.lots l on l.id = u.id
            where l.source = t.source and (l.status in ('unscheduled', 'active') and not l.is_removed
                or l.disappeared_at is null and (l.is_removed or l.outcome_confidence = 1))
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
              from absent g cross join this_load t
              where l.id = g.id and not g.is_followed and l.status in ('unscheduled', 'active') and not l.is_removed
              returning l.id, l.make, l.model_group, l.year
            ), counted as (
              insert into moved select make, model_group, year, 0, -1 from updated
            )
            insert into audit.lot_events (lot_id, kind, at, changes, file_id)
            select g.id, 'disappeared', t.snapshot_at,
              jsonb_build_object('status', jsonb_build_array(g.status, 'pending_result')), t.file_id
            from absent g join updated u on u.id = g.id cross join this_load t
            """;

    private Absence() {}
}
