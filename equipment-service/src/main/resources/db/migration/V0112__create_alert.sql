-- Purpose: alerts of machines in the order of their urgency
-- Depends: V0109, V0110, V0111
-- Rollback: U0112__create_alert.sql

create table equipment_alerts (
    tenant_id varchar(100) not null,
    alert_id varchar(50) not null,
    equipment_id varchar(50) not null,
    equipment_name varchar(200) not null,
    maintenance_type varchar(50) not null,
    description text not null,
    description_ar text,
    priority varchar(20) not null,
    due_at timestamptz,
    due_hours numeric(10, 2),
    is_overdue boolean not null default false,
    kind varchar(20) not null,
    dedupe_key varchar(150) not null,
    plan_id varchar(50),
    rule_id varchar(50),
    fault_id varchar(50),
    state varchar(20) not null default 'open',
    stage varchar(10),
    due_km numeric(12, 1),
    forecast_due_at timestamptz,
    explanation jsonb not null,
    acknowledged_at timestamptz,
    acknowledged_by varchar(100),
    snoozed_until timestamptz,
    snoozed_by varchar(100),
    resolved_at timestamptz,
    resolved_by varchar(100),
    resolution varchar(20),
    resolved_record_id varchar(50),
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    list_rank smallint not null generated always as (
        (case when is_overdue then 0 else 4 end
         + case priority when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end)::smallint) stored,
    list_due_at timestamptz not null generated always as (
        coalesce(least(due_at, forecast_due_at), timestamptz '9999-12-31 00:00:00+00')) stored,
    constraint equipment_alerts_pkey primary key (tenant_id, alert_id),
    constraint equipment_alerts_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_alerts_plan_fk
        foreign key (tenant_id, plan_id) references maintenance_plans (tenant_id, plan_id),
    constraint equipment_alerts_rule_fk
        foreign key (tenant_id, rule_id) references alert_rules (tenant_id, rule_id),
    constraint equipment_alerts_fault_fk
        foreign key (tenant_id, fault_id) references fault_reports (tenant_id, fault_id),
    constraint equipment_alerts_type_check
        check (maintenance_type in ('oil_change', 'filter_change', 'tire_check', 'battery_check',
                                    'calibration', 'general_service', 'repair', 'other')),
    constraint equipment_alerts_priority_check check (priority in ('low', 'medium', 'high', 'critical')),
    constraint equipment_alerts_kind_check
        check (kind in ('maintenance', 'manual', 'fault', 'low_fuel', 'fuel_drop', 'silent', 'meter_suspect',
                        'geofence', 'threshold')),
    constraint equipment_alerts_state_check check (state in ('open', 'acknowledged', 'snoozed', 'resolved')),
    constraint equipment_alerts_stage_check check (stage in ('ok', 'due_soon', 'due', 'overdue')),
    constraint equipment_alerts_resolution_check
        check (resolution in ('done', 'skipped', 'false_alarm', 'maintenance_recorded', 'condition_cleared',
                              'equipment_deleted', 'plan_changed', 'fault_resolved'))
) with (fillfactor = 80);

call platform.guard_tenant_table('equipment_alerts', append_only => false);

create unique index equipment_alerts_unresolved_unique
    on equipment_alerts (tenant_id, equipment_id, dedupe_key) where state <> 'resolved';
create index ix_alerts_overdue on equipment_alerts (tenant_id, is_overdue, priority);
create index ix_alerts_equipment_due on equipment_alerts (tenant_id, equipment_id, due_at);
-- Order of the lists: overdue, priority, earliest of due and forecast (none last), age, id; without and with the resolved.
create index ix_alerts_list_unresolved
    on equipment_alerts (tenant_id, list_rank, list_due_at, created_at, alert_id) where state <> 'resolved';
create index ix_alerts_list_all on equipment_alerts (tenant_id, list_rank, list_due_at, created_at, alert_id);
create index ix_alerts_snoozed on equipment_alerts (tenant_id, snoozed_until) where state = 'snoozed';
create index ix_alerts_plan on equipment_alerts (tenant_id, plan_id);
create index ix_alerts_rule on equipment_alerts (tenant_id, rule_id);
create index ix_alerts_fault on equipment_alerts (tenant_id, fault_id);
