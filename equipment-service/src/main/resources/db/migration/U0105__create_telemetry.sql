-- Purpose: rollback of V0105: samples of machines, by month of the device time
-- Depends: V0105
-- Rollback: V0105__create_telemetry.sql
-- Destructive: approved

drop table equipment_telemetry;
