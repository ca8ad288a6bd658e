-- Purpose: how notifications leave by mail and webhook, alone or in digests
-- Depends: V0003, V0038
-- Rollback: U0039__create_notification_deliveries.sql

create table procurement.digests (
  tenant_id text not null,
  digest_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  frequency text not null,
  period_end timestamptz not null,
  items int not null,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint digests_pkey primary key (digest_id),
  constraint digests_period_unique unique (tenant_id, user_id, frequency, period_end),
  constraint digests_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade
);
create index digests_user_idx on procurement.digests (user_id);
call procurement.guard_tenant_table('procurement.digests');

create table procurement.notification_deliveries (
  tenant_id text not null,
  notification_id uuid not null,
  channel text not null,
  state text not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  digest_id uuid,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_deliveries_pkey primary key (tenant_id, notification_id, channel),
  constraint notification_deliveries_notification_fk foreign key (tenant_id, notification_id)
    references procurement.notifications (tenant_id, notification_id) on delete cascade,
  constraint notification_deliveries_digest_fk foreign key (digest_id)
    references procurement.digests (digest_id) on delete set null,
  constraint notification_deliveries_channel_check check (channel in ('email', 'webhook')),
  constraint notification_deliveries_state_check check (state in ('pending', 'in_digest', 'sent', 'failed', 'dead'))
);
create index notification_deliveries_due_idx on procurement.notification_deliveries (next_attempt_at)
  where state in ('pending', 'failed');
create index notification_deliveries_digest_idx on procurement.notification_deliveries (digest_id);
call procurement.guard_tenant_table('procurement.notification_deliveries');
