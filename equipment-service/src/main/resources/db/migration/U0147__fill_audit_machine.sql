-- Purpose: rollback of V0147: let every audit row name the machine that it belongs to
-- Depends: V0147
-- Rollback: V0147__fill_audit_machine.sql
-- Destructive: approved

drop trigger name_audited_machine on equipment_audit;
drop function name_audited_machine();
