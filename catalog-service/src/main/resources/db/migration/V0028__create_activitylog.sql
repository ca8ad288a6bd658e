-- Purpose: what was done and by whom, by month, and the chain that shows a change of it; rows are only added
-- Depends: V0001, V0000.20
-- Rollback: U0028__create_activitylog.sql
create table catalog.activitylog (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  entity_type varchar(64) not null,
  entity_id varchar(64) not null,
  action varchar(64) not null,
  user_id varchar(300),
  actor_type varchar(64) not null default 'user',
  -- changed fields before and after
  details jsonb not null default '{}',
  ip_address inet,
  user_agent varchar(2000),
  request_id varchar(300),
  "timestamp" timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint activitylog_pkey primary key (tenant_id, id, "timestamp"),
  constraint activitylog_action_check check (action in ('created', 'updated', 'deleted', 'restored', 'viewed', 'sent',
    'accepted', 'rejected', 'expired', 'confirmed', 'imported', 'exported', 'override')),
  constraint activitylog_actor_type_check check (actor_type in ('user', 'api_key', 'service', 'system'))
) partition by range ("timestamp");
create index activitylog_entity_idx on catalog.activitylog (tenant_id, entity_type, entity_id);
create index activitylog_user_idx on catalog.activitylog (tenant_id, user_id, "timestamp");
create index activitylog_time_idx on catalog.activitylog (tenant_id, "timestamp");
create index activitylog_action_idx on catalog.activitylog (tenant_id, action, entity_type);

create table catalog.activitychain (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  seq bigint not null,
  log_id bigint not null,
  log_timestamp timestamptz not null,
  -- null for the first of a tenant
  prev_hash bytea,
  hash bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint activitychain_pkey primary key (tenant_id, id),
  constraint activitychain_seq_unique unique (tenant_id, seq),
  constraint activitychain_log_unique unique (tenant_id, log_id),
  constraint activitychain_seq_check check (seq > 0),
  constraint activitychain_prev_hash_check check (octet_length(prev_hash) = 32),
  constraint activitychain_hash_check check (octet_length(hash) = 32)
);

-- The owner too is held by the trigger.
do $$
declare
  target regclass;
begin
  foreach target in array array['catalog.activitylog', 'catalog.activitychain']::regclass[] loop
    call catalog.guard_tenant_table(target, append_only => true);
    execute format('create trigger refuse_change before update or delete or truncate on %s
        for each statement execute function catalog.refuse_change()', target);
  end loop;
end $$;
call platform.add_partition('catalog.activitylog', 'activitylog_default', 'default');
