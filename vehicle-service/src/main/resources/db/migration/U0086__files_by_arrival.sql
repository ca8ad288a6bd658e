-- Purpose: take back V0086
-- Depends: V0086
-- Rollback: V0086__files_by_arrival.sql
-- Destructive: approved
drop index if exists staging.copart_raw_closed_idx;
drop index if exists raw.csv_files_ingested_idx;
