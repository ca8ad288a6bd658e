-- Purpose: how many questions a user has asked this day and this month
-- Depends: V0003
-- Rollback: U0011__create_rate_limits.sql
create table procurement.rate_limits (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  ai_queries_today int not null default 0,
  ai_queries_month int not null default 0,
  ai_queries_total bigint not null default 0,
  reset_at timestamptz not null,
  month_reset_at timestamptz not null,
  last_query_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rate_limits_pkey primary key (id),
  constraint rate_limits_user_unique unique (tenant_id, user_id),
  constraint rate_limits_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade
);
create index rate_limits_user on procurement.rate_limits (user_id);
create index rate_limits_reset on procurement.rate_limits (tenant_id, reset_at);
call procurement.guard_tenant_table('procurement.rate_limits');
