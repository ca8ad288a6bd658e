-- Purpose: rules that raise alerts from samples
-- Depends: V0101
-- Rollback: U0110__create_alert_rule.sql

create table alert_rules (
    tenant_id varchar(100) not null,
    rule_id varchar(50) not null,
    equipment_id varchar(50),
    kind varchar(20) not null,
    name varchar(200) not null,
    name_ar varchar(200),
    measure varchar(40),
    direction varchar(10),
    raise_at numeric,
    clear_at numeric,
    raise_count smallint not null default 1,
    clear_count smallint not null default 1,
    priority varchar(20) not null default 'medium',
    enabled boolean not null default true,
    settings jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint alert_rules_pkey primary key (tenant_id, rule_id),
    constraint alert_rules_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint alert_rules_kind_check
        check (kind in ('low_fuel', 'fuel_drop', 'silent', 'geofence', 'threshold')),
    constraint alert_rules_direction_check check (direction in ('below', 'above')),
    constraint alert_rules_priority_check check (priority in ('low', 'medium', 'high', 'critical')),
    constraint alert_rules_count_check check (raise_count >= 1 and clear_count >= 1)
);

call platform.guard_tenant_table('alert_rules', append_only => false);

create index ix_alert_rules_equipment on alert_rules (tenant_id, equipment_id, kind);
