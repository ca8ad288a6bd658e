-- Purpose: who changed what, by month; rows are only added
-- Depends: V0101
-- Rollback: U0121__create_audit.sql

create table equipment_audit (
    at timestamptz not null default now(),
    audit_id uuid not null default gen_random_uuid(),
    tenant_id varchar(100) not null,
    entity varchar(50) not null,
    entity_id varchar(50) not null,
    equipment_id varchar(50),
    action varchar(40) not null,
    actor varchar(100),
    request_id varchar(100),
    changed text[],
    before jsonb,
    after jsonb,
    constraint equipment_audit_pkey primary key (tenant_id, at, audit_id)
) partition by range (at);

call platform.guard_tenant_table('equipment_audit', append_only => true);

create index ix_audit_entity on equipment_audit (tenant_id, entity, entity_id, at);
create index ix_audit_equipment on equipment_audit (tenant_id, equipment_id, at);

create table equipment_audit_default partition of equipment_audit default;
alter table equipment_audit_default enable row level security;
alter table equipment_audit_default force row level security;
revoke all on equipment_audit_default from public, equipment_app, equipment_system;
