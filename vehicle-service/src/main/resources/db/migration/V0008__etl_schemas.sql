-- Purpose: schemas raw, staging, audit and their tables
-- Depends: V0007, V0000.20
-- Rollback: U0008__etl_schemas.sql
-- Origin: planned
create schema if not exists raw;
create schema if not exists staging;
create schema if not exists audit;
grant usage on schema raw, staging, audit to vehicle_app, vehicle_system;

create table if not exists raw.csv_files (
  file_id uuid not null default gen_random_uuid(),
  -- a label given by the sender, never opened
  path text,
  sha256 text not null,
  bytes bigint not null,
  headers_jsonb jsonb,
  ingested_at timestamptz not null default now(),
  source text not null,
  snapshot_at timestamptz not null,
  mode text not null default 'snapshot',
  row_count bigint,
  encoding text,
  had_bom boolean,
  compression text,
  header_variant text,
  is_archived boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint csv_files_pkey primary key (file_id),
  constraint csv_files_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint csv_files_mode_ck check (mode in ('snapshot', 'partial'))
);
call vehicle.guard_global_table('raw.csv_files');

-- ingested_at of a record is that of its file, so the unique key holds over all months.
create table if not exists raw.rows (
  id bigserial,
  file_id uuid not null,
  -- the header is record 1
  row_no int not null,
  payload_jsonb jsonb,
  byte_offset bigint,
  byte_length int,
  row_hash uuid,
  verdict text,
  codes text[],
  ingested_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rows_pkey primary key (id, ingested_at),
  constraint rows_file_row_unique unique (file_id, row_no, ingested_at),
  constraint rows_file_fk foreign key (file_id) references raw.csv_files (file_id),
  constraint rows_verdict_ck check (verdict in ('ok', 'repair', 'flag', 'quarantine'))
) partition by range (ingested_at);
call platform.add_partition('raw.rows', 'rows_default', 'default');
call vehicle.guard_global_table('raw.rows');

create table if not exists staging.copart_raw (
  id bigserial,
  file_id uuid not null,
  -- the time of the file's snapshot, never that of the import
  window_start_utc timestamptz,
  lot_external_id text,
  vin_raw text,
  payload_jsonb jsonb,
  ingested_at timestamptz not null default now(),
  row_no int not null,
  line_no int,
  raw_text text,
  codes text[] not null default '{}',
  field text,
  state text not null default 'open',
  fixed jsonb,
  resolution text,
  resolved_by text,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint copart_raw_pkey primary key (id),
  constraint copart_raw_file_fk foreign key (file_id) references raw.csv_files (file_id),
  constraint copart_raw_raw_text_ck check (octet_length(raw_text) <= 65536),
  constraint copart_raw_state_ck check (state in ('open', 'replayed', 'dismissed'))
);
create index if not exists copart_raw_file_idx on staging.copart_raw (file_id, row_no);
create index if not exists copart_raw_open_idx on staging.copart_raw (id) where state = 'open';
call vehicle.guard_global_table('staging.copart_raw');

create table if not exists audit.etl_runs (
  run_id uuid not null,
  file_id uuid,
  status text not null default 'queued',
  rows_processed bigint,
  -- those in quarantine
  errors bigint,
  started_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint etl_runs_pkey primary key (run_id),
  constraint etl_runs_file_fk foreign key (file_id) references raw.csv_files (file_id),
  constraint etl_runs_status_ck check (status in ('queued', 'running', 'completed', 'failed', 'rejected', 'cancelled'))
);
create index if not exists etl_runs_file_idx on audit.etl_runs (file_id);
call vehicle.guard_global_table('audit.etl_runs');

create table if not exists audit.vin_conflicts (
  id bigserial,
  vin_raw text,
  vin_normalized text,
  lot_external_id text,
  conflict_reason text not null,
  detected_at timestamptz not null default now(),
  file_id uuid,
  row_no int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint vin_conflicts_pkey primary key (id),
  constraint vin_conflicts_reason_ck check (conflict_reason in ('vin_changed', 'illegal_character', 'masked', 'length',
    'check_digit_mismatch', 'two_live_lots', 'make_disagrees'))
);
create index if not exists vin_conflicts_reason_idx on audit.vin_conflicts (conflict_reason, id);
call vehicle.guard_global_table('audit.vin_conflicts');

create table if not exists audit.column_stats (
  file_id uuid not null,
  column_name text not null,
  rows bigint not null default 0,
  empty_rows bigint not null default 0,
  unknown_rows bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint column_stats_pkey primary key (file_id, column_name)
);
call vehicle.guard_global_table('audit.column_stats');
