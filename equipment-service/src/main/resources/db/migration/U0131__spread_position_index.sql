-- Purpose: takes back V0131
-- Depends: V0131
-- Rollback: V0131__spread_position_index.sql
-- Destructive: approved

drop index ix_equipment_position;
create index ix_equipment_position on equipment using gist (tenant_id, position) where deleted_at is null;
