-- Purpose: days of machines whose samples changed since equipment_usage_daily was derived; readings counted per day
-- Depends: V0107
-- Rollback: U0125__create_usage_dirty.sql

create table equipment_usage_dirty (
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    day date not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_usage_dirty_pkey primary key (tenant_id, equipment_id, day),
    constraint equipment_usage_dirty_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
);

call platform.guard_tenant_table('equipment_usage_dirty', append_only => false);

alter table equipment_usage_daily
    add column hours_readings int not null default 0,
    add column km_readings int not null default 0;
