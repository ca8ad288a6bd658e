-- Purpose: rollback of V0106: refused samples and why, by month of arrival
-- Depends: V0106
-- Rollback: V0106__create_telemetry_rejects.sql
-- Destructive: approved

drop table telemetry_rejects;
