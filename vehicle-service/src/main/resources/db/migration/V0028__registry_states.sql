-- Purpose: states of files and runs; one effect per file is a constraint
-- Depends: V0008
-- Rollback: U0028__registry_states.sql

alter table raw.csv_files
  add column if not exists state text not null default 'received',
  add column if not exists error_code text,
  add column if not exists error_detail text,
  add constraint csv_files_state_ck
    check (state in ('received', 'validating', 'loading', 'loaded', 'failed', 'rejected', 'cancelled'));
create unique index if not exists csv_files_one_effect_unique on raw.csv_files (source, sha256)
  where state in ('received', 'validating', 'loading', 'loaded');
create index if not exists csv_files_snapshot_idx on raw.csv_files (source, snapshot_at);
alter table audit.etl_runs
  add column if not exists counts jsonb,
  add column if not exists gate jsonb,
  add column if not exists dry_run boolean not null default false,
  add column if not exists heartbeat_at timestamptz,
  add column if not exists attempt int not null default 1,
  add column if not exists error_code text,
  add column if not exists error_detail text,
  add column if not exists started_by text;
create index if not exists etl_runs_open_idx on audit.etl_runs (heartbeat_at) where status in ('queued', 'running');
