-- Purpose: undo when signing keys are used
-- Depends: V0050
-- Rollback: V0050__time_signing_keys.sql
-- Destructive: approved
alter table procurement.signing_keys drop column activate_after, drop column usable_from;
