-- Purpose: steps and changed fields of assets, by month; rows are only added
-- Depends: V0015, V0000.20
-- Rollback: U0020__asset_history.sql

create table if not exists vehicle.asset_history (
  tenant_id text not null,
  id bigserial,
  asset_id uuid not null,
  at timestamptz not null default now(),
  actor_id text,
  action text not null,
  from_status text,
  to_status text,
  field text,
  old_value jsonb,
  new_value jsonb,
  source text not null default 'api',
  source_ref text,
  request_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint asset_history_pkey primary key (tenant_id, id, at),
  constraint asset_history_source_ck check (source in ('api', 'lot', 'market', 'transfer', 'system'))
) partition by range (at);
create index if not exists asset_history_field_idx on vehicle.asset_history (tenant_id, asset_id, field, id desc);
create index if not exists asset_history_asset_idx on vehicle.asset_history (tenant_id, asset_id, id desc);
call platform.guard_tenant_table('vehicle.asset_history', append_only => true);
grant usage on sequence vehicle.asset_history_id_seq to vehicle_app, vehicle_system;
call platform.add_partition('vehicle.asset_history', 'asset_history_default', 'default');
