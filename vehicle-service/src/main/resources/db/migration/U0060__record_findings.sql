-- Purpose: takes back V0060
-- Depends: V0060
-- Rollback: V0060__record_findings.sql
-- Destructive: approved
alter table if exists audit.etl_runs drop column if exists about;
alter table if exists raw.rows
  drop column if exists effect,
  drop column if exists findings,
  drop column if exists vin_raw,
  drop column if exists lot_external_id,
  drop column if exists line_no;
