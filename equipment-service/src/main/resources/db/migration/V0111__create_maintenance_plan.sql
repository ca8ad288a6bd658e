-- Purpose: maintenance plans of machines and when they fall due
-- Depends: V0101
-- Rollback: U0111__create_maintenance_plan.sql

create table maintenance_plans (
    tenant_id varchar(100) not null,
    plan_id varchar(50) not null,
    equipment_id varchar(50) not null,
    name varchar(200) not null,
    name_ar varchar(200),
    maintenance_type varchar(50) not null,
    description text,
    description_ar text,
    interval_hours numeric(10, 2),
    interval_km numeric(12, 1),
    interval_days int,
    anchor varchar(20) not null default 'completed',
    recurring boolean not null default true,
    lead_hours numeric(10, 2) not null default 50,
    lead_km numeric(12, 1) not null default 500,
    lead_days int not null default 7,
    grace_hours numeric(10, 2) not null default 0,
    grace_km numeric(12, 1) not null default 0,
    grace_days int not null default 0,
    priority varchar(20) not null default 'medium',
    state varchar(20) not null default 'active',
    is_primary boolean not null default false,
    last_done_at timestamptz,
    last_done_hours numeric(10, 2),
    last_done_km numeric(12, 1),
    last_record_id varchar(50),
    next_due_at timestamptz,
    next_due_hours numeric(10, 2),
    next_due_km numeric(12, 1),
    next_check_at timestamptz,
    stage varchar(10) not null default 'ok',
    forecast_due_at timestamptz,
    forecast jsonb,
    required_parts jsonb,
    deleted_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint maintenance_plans_pkey primary key (tenant_id, plan_id),
    constraint maintenance_plans_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint maintenance_plans_type_check
        check (maintenance_type in ('oil_change', 'filter_change', 'tire_check', 'battery_check',
                                    'calibration', 'general_service', 'repair', 'other')),
    constraint maintenance_plans_anchor_check check (anchor in ('completed', 'fixed')),
    constraint maintenance_plans_priority_check check (priority in ('low', 'medium', 'high', 'critical')),
    constraint maintenance_plans_state_check check (state in ('active', 'paused', 'completed')),
    constraint maintenance_plans_stage_check check (stage in ('ok', 'due_soon', 'due', 'overdue')),
    constraint maintenance_plans_interval_check check (interval_hours > 0 and interval_km > 0 and interval_days > 0),
    constraint maintenance_plans_lead_check
        check (lead_hours >= 0 and lead_km >= 0 and lead_days >= 0
               and grace_hours >= 0 and grace_km >= 0 and grace_days >= 0),
    constraint maintenance_plans_due_given_check
        check (state = 'completed'
               or num_nonnulls(interval_hours, interval_km, interval_days, next_due_at, next_due_hours, next_due_km) > 0)
) with (fillfactor = 80);

call platform.guard_tenant_table('maintenance_plans', append_only => false);

create unique index maintenance_plans_primary_unique
    on maintenance_plans (tenant_id, equipment_id) where is_primary and deleted_at is null and state <> 'completed';
create index ix_plans_equipment on maintenance_plans (tenant_id, equipment_id, state);
create index ix_plans_next_due on maintenance_plans (tenant_id, next_due_at);
-- next_check_at: the next instant at which time alone changes stage or priority; the minute tick reads only this.
create index ix_plans_next_check
    on maintenance_plans (tenant_id, next_check_at) where state = 'active' and deleted_at is null;
