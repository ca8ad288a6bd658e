-- Purpose: what users want to be told of, in each of its versions
-- Depends: V0003, V0034, V0035
-- Rollback: U0036__create_alerts.sql

create table procurement.alerts (
  tenant_id text not null,
  alert_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  name varchar(255) not null,
  filters jsonb not null,
  criteria_version int not null default 1,
  frequency varchar(50) not null default 'daily',
  channels text[] not null default '{in_app}',
  webhook_id uuid,
  notify_on text[] not null default '{published,deadline_moved,value_changed,cpv_changed,status_changed,cancelled,awarded}',
  saved_search_id uuid,
  is_active boolean not null default true,
  over_limit boolean not null default false,
  last_triggered timestamptz,
  -- position of the last change that it has seen
  high_water bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alerts_pkey primary key (alert_id),
  constraint alerts_tenant_unique unique (tenant_id, alert_id),
  constraint alerts_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint alerts_webhook_fk foreign key (webhook_id)
    references procurement.webhook_endpoints (webhook_id) on delete set null,
  constraint alerts_search_fk foreign key (saved_search_id)
    references procurement.saved_searches (search_id) on delete set null,
  constraint alerts_frequency_check check (frequency in ('instant', 'daily', 'weekly')),
  constraint alerts_channels_check check (channels <@ array['in_app', 'email', 'webhook'])
);
create index alerts_user_idx on procurement.alerts (tenant_id, user_id);
create index alerts_active_idx on procurement.alerts (tenant_id, is_active);
create index alerts_of_user_idx on procurement.alerts (user_id);
create index alerts_webhook_idx on procurement.alerts (webhook_id);
create index alerts_search_idx on procurement.alerts (saved_search_id);
call procurement.guard_tenant_table('procurement.alerts');
alter table procurement.alerts add column rv bigint not null default 1;
-- the mark of the matcher is no change of the alert
create trigger raise_rv before update on procurement.alerts
  for each row execute function platform.raise_rv('high_water');

create table procurement.alert_versions (
  tenant_id text not null,
  alert_id uuid not null,
  version int not null,
  filters jsonb not null,
  valid_from timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alert_versions_pkey primary key (tenant_id, alert_id, version),
  constraint alert_versions_alert_fk foreign key (tenant_id, alert_id)
    references procurement.alerts (tenant_id, alert_id) on delete cascade
);
call procurement.guard_tenant_table('procurement.alert_versions');
