-- Purpose: take back V0085
-- Depends: V0085
-- Rollback: V0085__gate_absences.sql
-- Destructive: approved
drop table if exists audit.gate_absences;
