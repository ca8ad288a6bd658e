-- Purpose: takes back V0009
-- Depends: V0009
-- Rollback: V0009__lots_external_id.sql
-- Destructive: approved
drop index if exists vehicle.idx_lots_external_id;
alter table if exists vehicle.lots
  drop column if exists source_updated_at,
  drop column if exists lot_external_id;
