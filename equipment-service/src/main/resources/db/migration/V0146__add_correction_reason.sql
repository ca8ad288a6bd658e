-- Purpose: keep why a maintenance record was corrected or voided
-- Depends: V0115
-- Rollback: U0146__add_correction_reason.sql

alter table equipment_maintenance add column correction_reason text;
alter table equipment_maintenance add constraint equipment_maintenance_correction_reason_check
    check (correction_reason is null or corrects_record_id is not null);
