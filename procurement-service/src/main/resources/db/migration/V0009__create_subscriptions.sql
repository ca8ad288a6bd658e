-- Purpose: what an organization has bought, one of it live at a time
-- Depends: V0003
-- Rollback: U0009__create_subscriptions.sql
create table procurement.subscriptions (
  tenant_id text not null,
  subscription_id uuid not null default gen_random_uuid(),
  -- who bought it
  user_id uuid not null,
  stripe_subscription_id varchar(255),
  stripe_customer_id varchar(255),
  tier varchar(50) not null,
  status text not null,
  billing_interval text,
  current_period_start timestamptz,
  current_period_end timestamptz,
  cancel_at_period_end boolean not null default false,
  cancelled_at timestamptz,
  failed_payments int not null default 0,
  -- when the provider made the event that was applied last
  provider_event_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscriptions_pkey primary key (subscription_id),
  constraint subscriptions_tenant_unique unique (tenant_id, subscription_id),
  constraint subscriptions_provider_unique unique (stripe_subscription_id),
  constraint subscriptions_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint subscriptions_plan_fk foreign key (tier) references procurement.plans (plan) on delete restrict,
  constraint subscriptions_status_check
    check (status in ('trialing', 'active', 'past_due', 'cancelled', 'incomplete', 'unpaid')),
  constraint subscriptions_interval_check check (billing_interval in ('month', 'year')),
  constraint subscriptions_failed_check check (failed_payments >= 0)
);
create unique index subscriptions_live_unique on procurement.subscriptions (tenant_id)
  where status in ('trialing', 'active', 'past_due');
create index subscriptions_user on procurement.subscriptions (user_id);
create index subscriptions_plan on procurement.subscriptions (tier);
create index subscriptions_customer on procurement.subscriptions (stripe_customer_id);
call procurement.guard_tenant_table('procurement.subscriptions');
call platform.add_row_version('procurement.subscriptions');
