-- Purpose: the audit of files reads them newest first, and counts the rows of a page alone
-- Depends: V0008
-- Rollback: U0086__files_by_arrival.sql
create index if not exists csv_files_ingested_idx on raw.csv_files (ingested_at, file_id);
create index if not exists copart_raw_closed_idx on staging.copart_raw (resolved_at) where state <> 'open';
