-- Purpose: rollback of V0107: hours, km and distance of a machine per day, derived from telemetry
-- Depends: V0107
-- Rollback: V0107__create_usage_daily.sql
-- Destructive: approved

drop table equipment_usage_daily;
