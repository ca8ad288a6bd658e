-- Purpose: lot_external_id, source_updated_at, idx_lots_external_id
-- Depends: V0008
-- Rollback: U0009__lots_external_id.sql
-- Origin: planned
alter table vehicle.lots
  -- for a source other than copart stored as <source>:<number>
  add column if not exists lot_external_id text,
  add column if not exists source_updated_at timestamptz;
create unique index if not exists idx_lots_external_id on vehicle.lots (lot_external_id);
