-- Purpose: who did what with an alert; rows are only added
-- Depends: V0112
-- Rollback: U0113__create_alert_log.sql

create table alert_log (
    tenant_id varchar(100) not null,
    log_id uuid not null default gen_random_uuid(),
    alert_id varchar(50) not null,
    at timestamptz not null default now(),
    actor varchar(100),
    action varchar(30) not null,
    from_state varchar(20),
    to_state varchar(20),
    note text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint alert_log_pkey primary key (tenant_id, log_id),
    constraint alert_log_alert_fk
        foreign key (tenant_id, alert_id) references equipment_alerts (tenant_id, alert_id),
    constraint alert_log_from_state_check check (from_state in ('open', 'acknowledged', 'snoozed', 'resolved')),
    constraint alert_log_to_state_check check (to_state in ('open', 'acknowledged', 'snoozed', 'resolved'))
);

call platform.guard_tenant_table('alert_log', append_only => true);

create index ix_alert_log_alert on alert_log (tenant_id, alert_id, at, log_id);
