-- Purpose: rollback of V0115: the record of work done, as a hash chain per machine; rows are only added
-- Depends: V0115
-- Rollback: V0115__create_maintenance_record.sql
-- Destructive: approved

drop index ix_alerts_resolved_record;
alter table equipment_alerts drop constraint equipment_alerts_resolved_record_fk;
drop index ix_plans_last_record;
alter table maintenance_plans drop constraint maintenance_plans_last_record_fk;
drop table equipment_maintenance;
