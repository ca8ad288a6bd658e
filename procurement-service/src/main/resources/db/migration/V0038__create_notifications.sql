-- Purpose: what users are told, each thing once
-- Depends: V0003, V0027, V0036
-- Rollback: U0038__create_notifications.sql

create table procurement.notifications (
  tenant_id text not null,
  notification_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  alert_id uuid,
  alert_ids uuid[] not null default '{}',
  tender_id varchar(100),
  type text not null,
  title text,
  message text,
  payload jsonb not null,
  dedupe_key text not null,
  is_read boolean not null default false,
  read_at timestamptz,
  sent_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notifications_pkey primary key (notification_id),
  constraint notifications_tenant_unique unique (tenant_id, notification_id),
  constraint notifications_once_unique unique (tenant_id, user_id, dedupe_key),
  constraint notifications_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint notifications_alert_fk foreign key (tenant_id, alert_id)
    references procurement.alerts (tenant_id, alert_id) on delete cascade,
  constraint notifications_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint notifications_type_check check (type in ('alert_match', 'billing', 'quota', 'security', 'message',
    'quotation', 'inventory', 'equipment', 'system'))
);
create index notifications_read_idx on procurement.notifications (tenant_id, user_id, is_read);
create index notifications_alert_idx on procurement.notifications (tenant_id, alert_id);
create index notifications_tender_idx on procurement.notifications (tenant_id, tender_id);
create index notifications_of_user_idx on procurement.notifications (user_id);
create index notifications_of_tender_idx on procurement.notifications (tender_id) where tender_id is not null;
call procurement.guard_tenant_table('procurement.notifications');
call platform.add_row_version('procurement.notifications');
