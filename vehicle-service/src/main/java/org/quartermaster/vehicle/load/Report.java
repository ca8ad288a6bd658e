package org.quartermaster.vehicle.load;

/** What a load leaves behind of the records themselves: rows, quarantine, conflicts and statistics. */
final class Report {
    private static final String FACE = """
            i.row_no, i.line_no, i.payload, i.byte_offset, i.byte_length, i.row_hash, i.findings, i.lot_external_id,
            i.vin_raw""";
    private static final String ROWS_INTO = """
            insert into raw.rows (file_id, row_no, line_no, payload_jsonb, byte_offset, byte_length, row_hash, findings,
              lot_external_id, vin_raw, verdict, codes, effect, ingested_at)
            """;

    /** New, changed, or with something to say; what a snapshot only repeats is counted, not kept. A replay is kept. */
    static final String ROWS = ROWS_INTO + """
            select t.file_id, %s, d.verdict, i.codes || d.codes, d.effect, f.ingested_at
            from decided d
            join incoming i on i.row_no = d.row_no
            cross join this_load t
            join raw.csv_files f on f.file_id = t.file_id
            where d.effect in ('inserted', 'updated') or d.verdict <> 'ok' or t.is_replay
            """.formatted(FACE);

    static final String QUARANTINED_ROWS = ROWS_INTO + """
            select t.file_id, %s, i.verdict, i.codes, null, f.ingested_at
            from incoming i
            cross join this_load t
            join raw.csv_files f on f.file_id = t.file_id
            where i.verdict = 'quarantine'
            """.formatted(FACE);

    static final String QUARANTINE = """
            insert into staging.copart_raw (file_id, window_start_utc, lot_external_id, vin_raw, payload_jsonb, row_no,
              line_no, raw_text, codes, field)
            select t.file_id, t.snapshot_at, i.lot_external_id, i.vin_raw, i.payload, i.row_no, i.line_no, i.raw_text,
              i.codes, i.findings -> 0 ->> 'field'
            from incoming i cross join this_load t
            where i.verdict = 'quarantine'
            order by i.row_no
            """;

    /** NB: what a snapshot repeats was told with the record that it repeats. */
    static final String VIN_CONFLICTS = """
            insert into audit.vin_conflicts (vin_raw, vin_normalized, lot_external_id, conflict_reason, file_id, row_no)
            select i.vin_raw, i.vin, i.lot_external_id, reason.name, t.file_id, i.row_no
            from decided d
            join incoming i on i.row_no = d.row_no
            cross join this_load t
            join (values ('vin_illegal_character', 'illegal_character'), ('vin_masked', 'masked'),
              ('vin_length', 'length'), ('vin_check_digit_mismatch', 'check_digit_mismatch'),
              ('vin_changed', 'vin_changed'), ('vin_on_two_lots', 'two_live_lots')) as reason (code, name)
              on reason.code = any (i.codes || d.codes)
            where d.effect in ('inserted', 'updated')
            order by i.row_no
            """;

    /** NB: only such a record can speak of a vehicle that another lot speaks of too. */
    static final String MAKE_CONFLICTS = """
            insert into audit.vin_conflicts (vin_raw, vin_normalized, lot_external_id, conflict_reason, file_id, row_no)
            select i.vin_raw, i.vin, i.lot_external_id, 'make_disagrees', t.file_id, i.row_no
            from decided d
            join incoming i on i.row_no = d.row_no
            cross join this_load t
            where d.effect in ('inserted', 'updated')
              and d.codes && array['relisted', 'vin_on_two_lots', 'vin_changed'] and exists (
                select from vehicle.lots o
                where o.vin = i.vin and o.lot_external_id <> i.lot_external_id
                  and vehicle.word_key(o.make) <> vehicle.word_key(i.make))
            order by i.row_no
            """;

    /** Against the stored lot, or against the record of the same file that won. */
    static final String UPSERT_CONFLICTS = """
            insert into audit.upsert_conflicts (lot_id, file_id, row_no, kind, existing, incoming, record)
            select found.lot_id, found.file_id, found.row_no, found.kind, found.existing, found.incoming, found.record
            from (
              select l.id as lot_id, t.file_id, i.row_no,
                case d.effect when 'conflict' then 'same_time_other_content' else 'two_rows_in_file' end as kind,
                (select jsonb_object_agg(key, value -> 0) from jsonb_each(differing.pairs)) as existing,
                (select jsonb_object_agg(key, value -> 1) from jsonb_each(differing.pairs)) as incoming,
                to_jsonb(i) as record
              from decided d
              join incoming i on i.row_no = d.row_no
              join vehicle.lots l on l.lot_external_id = d.lot_external_id
              cross join this_load t
              cross join lateral (select %s as pairs) differing
              where 'conflict_same_time' = any (d.codes)
            ) found
            where not exists (
              select from audit.upsert_conflicts c
              where c.state = 'open' and c.lot_id = found.lot_id and c.incoming = found.incoming)
            order by found.row_no
            """.formatted(LotColumns.difference(LotColumns.VALUES));

    static final String COLUMN_STATS = """
            insert into audit.column_stats (file_id, column_name, rows, empty_rows, unknown_rows) values (?, ?, ?, ?, ?)
            """;

    /** NB: cut, because no index takes a long text, and no code is one. */
    static final String UNKNOWN_VALUES = """
            insert into audit.unknown_values as u (domain, raw_value, occurrences, last_file_id)
            select f.arguments ->> 0, left(f.arguments ->> 1, 200), count(*), max(cast(t.file_id as text))::uuid
            from named i
            cross join this_load t
            cross join lateral jsonb_to_recordset(i.findings) as f (code text, arguments jsonb)
            where f.code = 'unknown_value' and i.findings is not null
            group by 1, 2
            order by 1, 2
            on conflict (domain, raw_value) do update set occurrences = u.occurrences + excluded.occurrences,
              last_seen_at = now(), last_file_id = excluded.last_file_id
            """;

    /** The codes that {@link #VIN_CONFLICTS} tells of. */
    static final String[] ABOUT_VIN = {
        "vin_illegal_character",
        "vin_masked",
        "vin_length",
        "vin_check_digit_mismatch",
        "vin_changed",
        "vin_on_two_lots"
    };

    private Report() {}
}
