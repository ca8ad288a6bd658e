-- Purpose: takes back V0044
-- Depends: V0044
-- Rollback: V0044__create_audit_trail.sql
-- Destructive: approved

drop table procurement.audit_trail;
