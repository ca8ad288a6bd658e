-- Purpose: v_ingest_count, v_unknown_rate, v_parse_errors
-- Depends: V0009
-- Rollback: U0010__audit_views.sql
-- Origin: planned
create or replace view audit.v_ingest_count as
select f.file_id, f.path, f.row_count, f.ingested_at as file_ingested_at, stored.last_row_id,
  f.snapshot_at as window_start_utc, stored.rows_stored
from raw.csv_files f
cross join lateral (
  select max(r.id) as last_row_id, count(*) as rows_stored from raw.rows r where r.file_id = f.file_id
) stored;

create or replace view audit.v_unknown_rate as
select s.file_id, f.path, s.column_name, s.rows as row_count, s.empty_rows as empty_count,
  s.unknown_rows as unknown_count,
  round(100.0 * (s.empty_rows + s.unknown_rows) / nullif(s.rows, 0), 2) as unknown_rate
from audit.column_stats s
join raw.csv_files f on f.file_id = s.file_id;

-- The records that were put aside, by reason: their number is what etl_runs calls errors when each has one reason.
create or replace view audit.v_parse_errors as
select e.file_id, f.path, e.code, count(*) as error_count,
  jsonb_agg(jsonb_build_object('row_no', e.row_no, 'field', e.field, 'excerpt', left(e.raw_text, 80)) order by e.row_no)
    filter (where e.place <= 5) as examples
from (
  select q.file_id, code, q.row_no, q.field, q.raw_text,
    row_number() over (partition by q.file_id, code order by q.row_no) as place
  from staging.copart_raw q
  cross join unnest(q.codes) as code
) e
join raw.csv_files f on f.file_id = e.file_id
group by e.file_id, f.path, e.code;

grant select on audit.v_ingest_count, audit.v_unknown_rate, audit.v_parse_errors to vehicle_app, vehicle_system;
