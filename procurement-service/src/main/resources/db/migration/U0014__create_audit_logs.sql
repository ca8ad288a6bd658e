-- Purpose: takes back V0014
-- Depends: V0014
-- Rollback: V0014__create_audit_logs.sql
-- Destructive: approved
drop table procurement.audit_chain;
drop table procurement.audit_log;
drop table procurement.admin_audit_log;
drop function procurement.refuse_change();
