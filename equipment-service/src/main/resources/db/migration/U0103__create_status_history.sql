-- Purpose: rollback of V0103: which status a machine had from when to when
-- Depends: V0103
-- Rollback: V0103__create_status_history.sql
-- Destructive: approved

drop table equipment_status_history;
