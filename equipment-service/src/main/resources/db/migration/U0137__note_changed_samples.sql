-- Purpose: takes back V0137
-- Depends: V0137
-- Rollback: V0137__note_changed_samples.sql
-- Destructive: approved

drop trigger note_changed_samples on equipment_telemetry;
drop function note_changed_samples();
drop trigger renew_usage_dirty on equipment_usage_dirty;
drop function renew_usage_dirty();
