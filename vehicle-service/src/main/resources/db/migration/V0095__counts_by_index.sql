-- Purpose: what the metrics count now and then stands in small indexes, so that no tick reads whole tables
-- Depends: V0090
-- Rollback: U0095__counts_by_index.sql

create index if not exists assets_data_status_idx on vehicle.assets (data_status);
create index if not exists copart_raw_open_file_idx on staging.copart_raw (file_id) where state = 'open';
create index if not exists unknown_values_open_idx on audit.unknown_values (domain, last_file_id)
  where mapped_code is null;
create index if not exists csv_files_loaded_idx on raw.csv_files (source, mode, snapshot_at, ingested_at)
  where state = 'loaded';
