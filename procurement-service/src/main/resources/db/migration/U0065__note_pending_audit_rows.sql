-- Purpose: takes back V0065
-- Depends: V0065
-- Rollback: V0065__note_pending_audit_rows.sql
-- Destructive: approved
drop trigger note_pending_audit on procurement.audit_log;
drop trigger note_pending_audit on procurement.admin_audit_log;
drop function procurement.note_pending_audit();
drop table procurement.audit_pending;
