-- Purpose: takes back V0190
-- Depends: V0190
-- Rollback: V0190__create_id_index.sql
-- Destructive: approved

drop index ix_equipment_id;
