-- Purpose: which status a machine had from when to when
-- Depends: V0101
-- Rollback: U0103__create_status_history.sql

create table equipment_status_history (
    tenant_id varchar(100) not null,
    history_id uuid not null default gen_random_uuid(),
    equipment_id varchar(50) not null,
    status varchar(20) not null,
    from_at timestamptz not null,
    to_at timestamptz,
    reason text,
    changed_by varchar(100),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_status_history_pkey primary key (tenant_id, history_id),
    constraint equipment_status_history_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_status_history_status_check check (status in ('operational', 'maintenance', 'inactive', 'repair')),
    constraint equipment_status_history_span_check check (to_at >= from_at)
);

call platform.guard_tenant_table('equipment_status_history', append_only => false);

create unique index equipment_status_history_open_unique
    on equipment_status_history (tenant_id, equipment_id) where to_at is null;
create index ix_status_history_equipment on equipment_status_history (tenant_id, equipment_id, from_at);
