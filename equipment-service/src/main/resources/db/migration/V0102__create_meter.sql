-- Purpose: hour and km meters of a machine, one segment per meter
-- Depends: V0101
-- Rollback: U0102__create_meter.sql

create table equipment_meters (
    tenant_id varchar(100) not null,
    meter_id varchar(50) not null,
    equipment_id varchar(50) not null,
    kind varchar(10) not null,
    serial_number varchar(100),
    installed_at timestamptz not null,
    removed_at timestamptz,
    first_reading numeric(12, 2),
    last_reading numeric(12, 2),
    last_reading_at timestamptz,
    offset_total numeric(12, 2) not null default 0,
    reason varchar(20) not null default 'initial',
    held_reading numeric(12, 2),
    held_at timestamptz,
    note text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_meters_pkey primary key (tenant_id, meter_id),
    constraint equipment_meters_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_meters_kind_check check (kind in ('hours', 'km')),
    constraint equipment_meters_reason_check check (reason in ('initial', 'replacement', 'correction'))
) with (fillfactor = 80);

call platform.guard_tenant_table('equipment_meters', append_only => false);

create unique index equipment_meters_open_unique
    on equipment_meters (tenant_id, equipment_id, kind) where removed_at is null;
create index ix_meters_equipment on equipment_meters (tenant_id, equipment_id, kind, installed_at);
