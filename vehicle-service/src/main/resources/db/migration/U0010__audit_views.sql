-- Purpose: takes back V0010
-- Depends: V0010
-- Rollback: V0010__audit_views.sql
-- Destructive: approved
drop view if exists audit.v_parse_errors;
drop view if exists audit.v_unknown_rate;
drop view if exists audit.v_ingest_count;
