-- Purpose: rollback of V0109: faults reported by scan or in the app
-- Depends: V0109
-- Rollback: V0109__create_fault_report.sql
-- Destructive: approved

drop table fault_reports;
