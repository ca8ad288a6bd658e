-- Purpose: how much of each limit of a window is used
-- Depends: V0009
-- Rollback: U0010__create_subscription_usage.sql
create table procurement.subscription_usage (
  tenant_id text not null,
  usage_id uuid not null default gen_random_uuid(),
  subscription_id uuid not null,
  user_id uuid,
  resource_type varchar(50) not null,
  quantity int not null default 0,
  period_start timestamptz not null,
  period_end timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscription_usage_pkey primary key (usage_id),
  constraint subscription_usage_window_unique unique (tenant_id, subscription_id, resource_type, period_start),
  constraint subscription_usage_subscription_fk foreign key (tenant_id, subscription_id)
    references procurement.subscriptions (tenant_id, subscription_id) on delete cascade,
  constraint subscription_usage_user_fk foreign key (user_id)
    references procurement.users (user_id) on delete set null,
  constraint subscription_usage_type_check
    check (resource_type in ('export', 'api_call', 'webhook_delivery', 'email', 'document_extraction')),
  constraint subscription_usage_quantity_check check (quantity >= 0),
  constraint subscription_usage_period_check check (period_end > period_start)
);
create index subscription_usage_user on procurement.subscription_usage (user_id) where user_id is not null;
call procurement.guard_tenant_table('procurement.subscription_usage');
