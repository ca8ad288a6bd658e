-- Purpose: takes back V0028
-- Depends: V0028
-- Rollback: V0028__registry_states.sql
-- Destructive: approved
drop index if exists audit.etl_runs_open_idx;
alter table if exists audit.etl_runs
  drop column if exists started_by,
  drop column if exists error_detail,
  drop column if exists error_code,
  drop column if exists attempt,
  drop column if exists heartbeat_at,
  drop column if exists dry_run,
  drop column if exists gate,
  drop column if exists counts;
drop index if exists raw.csv_files_snapshot_idx;
drop index if exists raw.csv_files_one_effect_unique;
alter table if exists raw.csv_files
  drop constraint if exists csv_files_state_ck,
  drop column if exists error_detail,
  drop column if exists error_code,
  drop column if exists state;
