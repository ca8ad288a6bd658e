-- Purpose: events on their way to webhooks, and what the receivers answered
-- Depends: V0034, V0039, V0000.02
-- Rollback: U0081__queue_webhook_deliveries.sql

create table procurement.webhook_deliveries (
  tenant_id text not null,
  delivery_id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  -- the webhook-id of every attempt
  event_id varchar(100) not null,
  event_type text not null,
  body text not null,
  -- the notice that it tells of, where it is the delivery of one
  notification_id uuid,
  state text not null default 'pending',
  attempts int not null default 0,
  -- while it is being sent: when another replica may take it for lost
  next_attempt_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_deliveries_pkey primary key (delivery_id),
  constraint webhook_deliveries_event_unique unique (tenant_id, webhook_id, event_id),
  constraint webhook_deliveries_webhook_fk foreign key (tenant_id, webhook_id)
    references procurement.webhook_endpoints (tenant_id, webhook_id) on delete cascade,
  constraint webhook_deliveries_notification_fk foreign key (tenant_id, notification_id)
    references procurement.notifications (tenant_id, notification_id) on delete cascade,
  constraint webhook_deliveries_state_check check (state in ('pending', 'sent', 'dead'))
);
create index webhook_deliveries_due_idx on procurement.webhook_deliveries (next_attempt_at) where state = 'pending';
create index webhook_deliveries_notification_idx on procurement.webhook_deliveries (tenant_id, notification_id);
call procurement.guard_tenant_table('procurement.webhook_deliveries');

-- Position of the last event that was given to the webhooks that want it.
create table procurement.webhook_mark (
  only_row boolean not null default true,
  position bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_mark_pkey primary key (only_row),
  constraint webhook_mark_only_row_check check (only_row)
);
call platform.guard_global_table('procurement.webhook_mark');
insert into procurement.webhook_mark (position) select last_position from platform.outbox_position;

alter table procurement.webhook_attempts add column event_type text not null default '';
-- the first 4 KiB
alter table procurement.webhook_attempts add column response text;
