-- Purpose: what users do, by month, without words or addresses of theirs
-- Depends: V0003
-- Rollback: U0013__create_usage_tracking.sql
create table procurement.usage_tracking (
  tenant_id text not null,
  tracking_id uuid not null default gen_random_uuid(),
  user_id uuid,
  action_type varchar(100) not null,
  tracking_metadata jsonb,
  timestamp timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint usage_tracking_pkey primary key (tracking_id, timestamp),
  constraint usage_tracking_user_fk foreign key (user_id) references procurement.users (user_id) on delete set null
) partition by range (timestamp);
create index usage_tracking_action on procurement.usage_tracking (tenant_id, action_type, timestamp);
create index usage_tracking_time on procurement.usage_tracking (tenant_id, user_id, timestamp);
create index usage_tracking_user on procurement.usage_tracking (user_id);
call procurement.guard_tenant_table('procurement.usage_tracking');
call platform.add_partition('procurement.usage_tracking', 'usage_tracking_default', 'default');
select platform.ensure_monthly_partitions('procurement.usage_tracking', 0, 2);
