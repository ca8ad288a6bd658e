-- Purpose: rollback of V0121: who changed what, by month; rows are only added
-- Depends: V0121
-- Rollback: V0121__create_audit.sql
-- Destructive: approved

drop table equipment_audit;
