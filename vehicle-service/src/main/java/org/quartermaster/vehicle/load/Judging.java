package org.quartermaster.vehicle.load;

/** The tables of one load, which end with its transaction, and what becomes of each record that came in. */
final class Judging {
    /** What the whole load knows; one row. */
    static final String ABOUT = """
            create temporary table this_load on commit drop as
            select cast(? as uuid) as file_id, cast(? as text) as source, cast(? as timestamptz) as snapshot_at,
              cast(? as boolean) as is_replay
            """;

    /** The records as they were understood. */
    static final String INCOMING = """
            create temporary table incoming on commit drop as
            select cast(null as int) as row_no, cast(null as int) as line_no, cast(null as bigint) as byte_offset,
              cast(null as int) as byte_length, cast(null as text) as verdict, cast(null as text[]) as codes,
              cast(null as jsonb) as findings, cast(null as text) as raw_text, cast(null as jsonb) as payload,
              v.wmi, v.decoded_year, l.status, l.lot_external_id, l.source_updated_at, l.row_hash, %s
            from vehicle.lots l cross join vehicle.vehicles v
            with no data
            """.formatted(LotColumns.each(name -> "l." + name));

    /** Records that probably say what their lots say already, so that nobody will ask for more of them. */
    static final String REPEATED = """
            create temporary table repeated (row_no int, line_no int, byte_offset bigint, byte_length int, codes text[],
              findings jsonb, lot_external_id text, vin text, vin_kind text, source_updated_at timestamptz, row_hash uuid)
            on commit drop
            """;

    /** All records, by what judges them. */
    static final String NAMED = """
            create temporary view named as
            select row_no, line_no, byte_offset, byte_length, verdict, codes, findings, lot_external_id, vin, vin_kind,
              source_updated_at, row_hash, raw_text, false as is_repeated
            from incoming
            union all
            select row_no, line_no, byte_offset, byte_length, 'ok', codes, findings, lot_external_id, vin, vin_kind,
              source_updated_at, row_hash, null, true
            from repeated
            """;

    /** NB: before the session's first temporary table. */
    static final String BUFFERS = "set temp_buffers = '64MB'";

    static final String COPY_REPEATED = """
            copy repeated (row_no, line_no, byte_offset, byte_length, codes, findings, lot_external_id, vin, vin_kind,
              source_updated_at, row_hash) from stdin
            """;

    static final String COPY =
            "copy incoming (row_no, line_no, byte_offset, byte_length, verdict, codes, findings, raw_text,"
                    + " payload, " + String.join(", ", LotColumns.NAMES) + ") from stdin";

    /** NB: nobody else does it for a temporary table; only what joins and conditions use, as all columns take long. */
    static final String ANALYZE = """
            analyze incoming (row_no, lot_external_id, source_updated_at, vin, verdict),
              repeated (row_no, lot_external_id, source_updated_at, vin)
            """;

    /**
     * The effect of each record that can be used, and the codes that only the others and the stored lots give it.
     * Within the file the newest source time wins, of equal times the first.
     */
    static final String DECIDED = """
            create temporary table decided on commit drop as
            with ranked as (
              select i.row_no, i.lot_external_id, i.vin, i.vin_kind, i.source_updated_at, i.row_hash, i.verdict,
                i.is_repeated, row_number() over number as place,
                min(i.row_no) over (partition by i.lot_external_id) as first_row,
                first_value(i.row_no) over number as winner,
                first_value(i.source_updated_at) over number as winner_time,
                first_value(i.row_hash) over number as winner_hash
              from named i
              where i.verdict <> 'quarantine'
              window number as (partition by i.lot_external_id order by i.source_updated_at desc, i.row_no)
            ), twice as (
              select vin from ranked where place = 1 and vin_kind = 'vin17' group by vin having count(*) > 1
            ), judged as (
              select r.*, l.id as lot_id, l.vin as lot_vin, twice.vin is not null and place = 1 as is_twice,
                l.disappeared_at is not null as was_gone, coalesce(l.is_removed, false) or barred.vin is not null as is_suppressed,
                case when place > 1 then 'duplicate'
                  when l.id is null then 'inserted'
                  when l.source_updated_at is null or r.source_updated_at > l.source_updated_at
                    then case when r.row_hash = l.row_hash then 'touched' else 'updated' end
                  when r.source_updated_at < l.source_updated_at then 'stale'
                  when r.row_hash = l.row_hash then 'unchanged'
                  else 'conflict' end as effect
              from ranked r
              left join vehicle.lots l on l.lot_external_id = r.lot_external_id
              left join twice on twice.vin = r.vin
              left join vehicle.removals barred on barred.vin = r.vin and barred.restored_at is null
            )
            select row_no, lot_external_id, lot_id, lot_vin, vin, vin_kind, winner, effect, is_twice, is_suppressed, is_repeated, was_gone,
              cast(null as bigint) as previous_lot_id, 0 as relist_count, verdict,
              array_remove(array[
                case when row_no <> first_row then 'duplicate_lot_in_file' end,
                case when effect in ('updated', 'touched') and vin <> lot_vin then 'vin_changed' end,
                case when effect = 'conflict' or effect = 'duplicate' and source_updated_at = winner_time
                  and row_hash <> winner_hash then 'conflict_same_time' end,
                case when is_suppressed then 'suppressed' end,
                case when is_twice then 'vin_on_two_lots' end], null) as codes
            from judged
            """;

    static final String ANALYZE_DECIDED = "analyze decided (row_no, lot_external_id, lot_id, vin, effect)";

    /** The lot that the same vehicle was offered as before; two lots in one snapshot allow no conclusion. */
    static final String RELISTED = """
            update decided d set previous_lot_id = p.id, relist_count = p.relist_count + 1,
              codes = array_append(d.codes, 'relisted')
            from (
              select distinct on (n.row_no) n.row_no, l.id, l.relist_count
              from decided n
              join vehicle.lots l on l.vin = n.vin and l.lot_external_id <> n.lot_external_id
              cross join this_load t
              where n.effect = 'inserted' and n.vin_kind = 'vin17' and not n.is_twice
                and (l.first_seen_at is null or l.first_seen_at < t.snapshot_at)
              order by n.row_no, l.first_seen_at desc nulls last, l.id desc
            ) p
            where d.row_no = p.row_no
            """;

    static final String FLAGGED = """
            update decided set verdict = 'flag'
            where verdict <> 'flag' and codes && array['duplicate_lot_in_file', 'vin_changed', 'conflict_same_time']
            """;

    /** Records of which the key alone was sent, and more is asked for; a part of them, in the order of the file. */
    static final String WANTED = """
            select r.row_no, r.line_no, r.byte_offset, r.byte_length
            from decided d join repeated r on r.row_no = d.row_no
            where d.is_repeated and (d.effect <> 'unchanged' or d.verdict <> 'ok')
            order by d.row_no limit 1000
            """;

    static final String NOT_REPEATED = "delete from repeated r where r.row_no = any (?)";

    private Judging() {}
}
