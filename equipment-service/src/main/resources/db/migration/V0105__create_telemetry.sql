-- Purpose: samples of machines, by month of the device time
-- Depends: V0101
-- Rollback: U0105__create_telemetry.sql

-- No foreign key to equipment: machines are never deleted for good, and a check per sample would cost a row lock each.
-- Rights and policies stand on the parent alone; a partition is closed to every role but the owner.
create table equipment_telemetry (
    recorded_at timestamptz not null,
    received_at timestamptz not null default now(),
    sample_key uuid not null,
    lat double precision,
    lon double precision,
    accuracy_m real,
    altitude_m real,
    speed_kmh real,
    heading_deg real,
    engine_on boolean,
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    batch_id varchar(50),
    source varchar(10) not null,
    fuel_percent numeric(5, 2),
    hours numeric(10, 2),
    total_hours numeric(10, 2),
    km numeric(12, 1),
    total_km numeric(12, 1),
    measures jsonb,
    warnings text[],
    constraint equipment_telemetry_pkey primary key (tenant_id, equipment_id, recorded_at, sample_key),
    constraint equipment_telemetry_source_check check (source in ('device', 'gateway', 'manual', 'import', 'aemp'))
) partition by range (recorded_at);

call platform.guard_tenant_table('equipment_telemetry', append_only => false);

create table equipment_telemetry_default partition of equipment_telemetry default;
alter table equipment_telemetry_default enable row level security;
alter table equipment_telemetry_default force row level security;
revoke all on equipment_telemetry_default from public, equipment_app, equipment_system;
