-- Purpose: what the provider of payments has told, and what became of it
-- Depends: V0009
-- Rollback: U0012__create_billing_events.sql
create table procurement.billing_events (
  -- null until the customer is known
  tenant_id text,
  event_id uuid not null default gen_random_uuid(),
  user_id uuid,
  subscription_id uuid,
  event_type varchar(100) not null,
  stripe_event_id varchar(255),
  amount numeric(18, 4),
  currency char(3),
  status text not null,
  metadata jsonb not null,
  provider_created_at timestamptz,
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint billing_events_pkey primary key (event_id),
  constraint billing_events_provider_unique unique (stripe_event_id),
  constraint billing_events_user_fk foreign key (user_id) references procurement.users (user_id) on delete set null,
  constraint billing_events_subscription_fk foreign key (subscription_id)
    references procurement.subscriptions (subscription_id) on delete set null,
  constraint billing_events_status_check
    check (status in ('received', 'applied', 'ignored_stale', 'parked', 'failed')),
  constraint billing_events_currency_check check (currency ~ '^[A-Z]{3}$')
);
create index billing_events_type on procurement.billing_events (tenant_id, event_type);
create index billing_events_status on procurement.billing_events (tenant_id, status);
create index billing_events_user on procurement.billing_events (user_id) where user_id is not null;
create index billing_events_subscription on procurement.billing_events (subscription_id)
  where subscription_id is not null;
call procurement.guard_tenant_table('procurement.billing_events');
