-- Purpose: takes back V0125
-- Depends: V0125
-- Rollback: V0125__create_usage_dirty.sql
-- Destructive: approved

alter table equipment_usage_daily
    drop column km_readings,
    drop column hours_readings;
drop table equipment_usage_dirty;
