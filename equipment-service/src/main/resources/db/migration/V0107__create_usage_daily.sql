-- Purpose: hours, km and distance of a machine per day, derived from telemetry
-- Depends: V0101
-- Rollback: U0107__create_usage_daily.sql

create table equipment_usage_daily (
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    day date not null,
    hours_used numeric(10, 3) not null default 0,
    km_used numeric(12, 3) not null default 0,
    distance_km numeric(12, 3) not null default 0,
    samples int not null default 0,
    first_at timestamptz,
    last_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_usage_daily_pkey primary key (tenant_id, equipment_id, day),
    constraint equipment_usage_daily_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
) with (fillfactor = 70);

call platform.guard_tenant_table('equipment_usage_daily', append_only => false);
