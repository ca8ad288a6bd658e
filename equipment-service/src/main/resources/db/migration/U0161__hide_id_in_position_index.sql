-- Purpose: takes back V0161
-- Depends: V0161
-- Rollback: V0161__hide_id_in_position_index.sql
-- Destructive: approved

drop index ix_equipment_position;
create index ix_equipment_position
    on equipment using gist (tenant_id, position, equipment_id) where deleted_at is null;
