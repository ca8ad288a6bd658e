-- Purpose: versions of fault reports for their entity tags, and the index that finds a report sent twice
-- Depends: V0109
-- Rollback: U0141__add_fault_version.sql

alter table fault_reports add column version bigint not null default 1;
create index ix_fault_reports_client on fault_reports (tenant_id, equipment_id, client_hash, created_at)
    where client_hash is not null;
