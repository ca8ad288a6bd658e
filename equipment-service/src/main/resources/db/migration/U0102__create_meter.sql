-- Purpose: rollback of V0102: hour and km meters of a machine, one segment per meter
-- Depends: V0102
-- Rollback: V0102__create_meter.sql
-- Destructive: approved

drop table equipment_meters;
