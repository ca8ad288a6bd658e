-- Purpose: the record of work done, as a hash chain per machine; rows are only added
-- Depends: V0111, V0112
-- Rollback: U0115__create_maintenance_record.sql

create table equipment_maintenance (
    tenant_id varchar(100) not null,
    record_id varchar(50) not null,
    equipment_id varchar(50) not null,
    maintenance_type varchar(50) not null,
    description text not null,
    description_ar text,
    performed_by varchar(100),
    performed_at timestamptz not null,
    cost numeric(10, 2),
    currency char(3),
    notes text,
    parts_replaced varchar[],
    performed_hours numeric(10, 2),
    performed_km numeric(12, 1),
    labour_hours numeric(6, 2),
    downtime_minutes int,
    plan_id varchar(50),
    alert_id varchar(50),
    corrects_record_id varchar(50),
    voided boolean not null default false,
    recorded_by varchar(100),
    source varchar(10) not null default 'api',
    seq bigint not null,
    prev_hash bytea,
    hash bytea not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_maintenance_pkey primary key (tenant_id, record_id),
    constraint equipment_maintenance_seq_unique unique (tenant_id, equipment_id, seq),
    constraint equipment_maintenance_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_maintenance_plan_fk
        foreign key (tenant_id, plan_id) references maintenance_plans (tenant_id, plan_id),
    constraint equipment_maintenance_alert_fk
        foreign key (tenant_id, alert_id) references equipment_alerts (tenant_id, alert_id),
    constraint equipment_maintenance_corrects_fk
        foreign key (tenant_id, corrects_record_id) references equipment_maintenance (tenant_id, record_id),
    constraint equipment_maintenance_type_check
        check (maintenance_type in ('oil_change', 'filter_change', 'tire_check', 'battery_check',
                                    'calibration', 'general_service', 'repair', 'other')),
    constraint equipment_maintenance_source_check check (source in ('api', 'bulk', 'import', 'transfer')),
    constraint equipment_maintenance_currency_check check (currency ~ '^[A-Z]{3}$'),
    constraint equipment_maintenance_cost_check check (cost >= 0),
    constraint equipment_maintenance_seq_check check (seq >= 1)
);

call platform.guard_tenant_table('equipment_maintenance', append_only => true);

create index ix_maintenance_equipment_date on equipment_maintenance (tenant_id, equipment_id, performed_at);
create index ix_maintenance_type on equipment_maintenance (tenant_id, maintenance_type, performed_at);
create index ix_maintenance_plan on equipment_maintenance (tenant_id, plan_id);
create index ix_maintenance_alert on equipment_maintenance (tenant_id, alert_id);
create index ix_maintenance_corrects on equipment_maintenance (tenant_id, corrects_record_id);

alter table maintenance_plans add constraint maintenance_plans_last_record_fk
    foreign key (tenant_id, last_record_id) references equipment_maintenance (tenant_id, record_id);
create index ix_plans_last_record on maintenance_plans (tenant_id, last_record_id);

alter table equipment_alerts add constraint equipment_alerts_resolved_record_fk
    foreign key (tenant_id, resolved_record_id) references equipment_maintenance (tenant_id, record_id);
create index ix_alerts_resolved_record on equipment_alerts (tenant_id, resolved_record_id);
