-- Purpose: exact counters for stats, in slots so that writers do not queue on one row
-- Depends: V0101
-- Rollback: U0104__create_counts.sql

create table equipment_counts (
    tenant_id varchar(100) not null,
    equipment_type varchar(50) not null,
    status varchar(20) not null,
    slot smallint not null,
    n bigint not null default 0,
    n_with_position bigint not null default 0,
    n_due_soon bigint not null default 0,
    n_overdue bigint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_counts_pkey primary key (tenant_id, equipment_type, status, slot),
    constraint equipment_counts_type_check check (equipment_type in ('tractor', 'pump', 'drone', 'harvester', 'sprayer', 'pivot',
                                  'sensor', 'vehicle', 'other')),
    constraint equipment_counts_status_check check (status in ('operational', 'maintenance', 'inactive', 'repair'))
) with (fillfactor = 50);

call platform.guard_tenant_table('equipment_counts', append_only => false);
