-- Purpose: refused samples and why, by month of arrival
-- Depends: V0101
-- Rollback: U0106__create_telemetry_rejects.sql

create table telemetry_rejects (
    received_at timestamptz not null default now(),
    tenant_id varchar(100) not null,
    batch_id varchar(50) not null,
    batch_position int not null,
    equipment_ref text,
    equipment_id varchar(50),
    recorded_at timestamptz,
    raw json not null,
    errors jsonb not null,
    retried_at timestamptz,
    constraint telemetry_rejects_pkey primary key (tenant_id, received_at, batch_id, batch_position)
) partition by range (received_at);

call platform.guard_tenant_table('telemetry_rejects', append_only => false);

create index ix_telemetry_rejects_equipment on telemetry_rejects (tenant_id, equipment_id, received_at);

create table telemetry_rejects_default partition of telemetry_rejects default;
alter table telemetry_rejects_default enable row level security;
alter table telemetry_rejects_default force row level security;
revoke all on telemetry_rejects_default from public, equipment_app, equipment_system;
