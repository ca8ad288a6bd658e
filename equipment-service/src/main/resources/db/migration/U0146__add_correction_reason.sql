-- Purpose: rollback of V0146: keep why a maintenance record was corrected or voided
-- Depends: V0146
-- Rollback: V0146__add_correction_reason.sql
-- Destructive: approved

alter table equipment_maintenance drop constraint equipment_maintenance_correction_reason_check;
alter table equipment_maintenance drop column correction_reason;
