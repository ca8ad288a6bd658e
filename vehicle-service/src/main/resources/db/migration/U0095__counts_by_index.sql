-- Purpose: takes back V0095
-- Depends: V0095
-- Rollback: V0095__counts_by_index.sql
-- Destructive: approved
drop index if exists raw.csv_files_loaded_idx;
drop index if exists audit.unknown_values_open_idx;
drop index if exists staging.copart_raw_open_file_idx;
drop index if exists vehicle.assets_data_status_idx;
