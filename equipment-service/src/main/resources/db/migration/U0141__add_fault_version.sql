-- Purpose: rollback of V0141: versions of fault reports, and the index that finds a report sent twice
-- Depends: V0141
-- Rollback: V0141__add_fault_version.sql
-- Destructive: approved

drop index ix_fault_reports_client;
alter table fault_reports drop column version;
