-- Purpose: the parts used in a maintenance record; rows are only added
-- Depends: V0115
-- Rollback: U0116__create_maintenance_part.sql

create table maintenance_parts (
    tenant_id varchar(100) not null,
    record_id varchar(50) not null,
    line_no smallint not null,
    name varchar(200) not null,
    sku varchar(100),
    quantity numeric(12, 3) not null,
    unit varchar(20),
    unit_cost numeric(12, 2),
    currency char(3),
    recommendation_id varchar(50),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint maintenance_parts_pkey primary key (tenant_id, record_id, line_no),
    constraint maintenance_parts_record_fk
        foreign key (tenant_id, record_id) references equipment_maintenance (tenant_id, record_id),
    constraint maintenance_parts_currency_check check (currency ~ '^[A-Z]{3}$'),
    constraint maintenance_parts_unit_cost_check check (unit_cost >= 0)
);

call platform.guard_tenant_table('maintenance_parts', append_only => true);
