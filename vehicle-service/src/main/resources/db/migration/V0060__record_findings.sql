-- Purpose: what was found in each record and what it did, and what a run knows of a file that it does not register
-- Depends: V0028
-- Rollback: U0060__record_findings.sql
alter table raw.rows
  add column if not exists line_no int,
  add column if not exists lot_external_id text,
  add column if not exists vin_raw text,
  add column if not exists findings jsonb,
  add column if not exists effect text;
alter table raw.rows
  add constraint rows_effect_ck check (effect in ('inserted', 'updated', 'touched', 'unchanged', 'stale', 'conflict',
    'duplicate'));
-- A dry run leaves no file behind.
alter table audit.etl_runs add column if not exists about jsonb;
