-- Purpose: rollback of V0104: exact counters for stats, in slots so that writers do not queue on one row
-- Depends: V0104
-- Rollback: V0104__create_counts.sql
-- Destructive: approved

drop table equipment_counts;
