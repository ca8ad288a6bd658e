-- Purpose: what a machine has cost, per currency
-- Depends: V0101
-- Rollback: U0117__create_cost.sql

create table equipment_costs (
    tenant_id varchar(100) not null,
    cost_id uuid not null default gen_random_uuid(),
    equipment_id varchar(50) not null,
    kind varchar(20) not null,
    amount numeric(14, 2) not null,
    currency char(3) not null,
    at timestamptz not null,
    source varchar(10) not null,
    source_id varchar(100),
    note text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_costs_pkey primary key (tenant_id, cost_id),
    constraint equipment_costs_source_unique unique (tenant_id, kind, source, source_id),
    constraint equipment_costs_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_costs_kind_check
        check (kind in ('purchase', 'maintenance', 'part', 'fee', 'valuation', 'adjustment')),
    constraint equipment_costs_source_check check (source in ('record', 'event', 'manual')),
    constraint equipment_costs_currency_check check (currency ~ '^[A-Z]{3}$')
);

call platform.guard_tenant_table('equipment_costs', append_only => false);

create index ix_costs_equipment on equipment_costs (tenant_id, equipment_id, at);
