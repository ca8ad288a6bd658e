-- Purpose: API keys by their hash, with the roles that their makers gave them
-- Depends: V0003
-- Rollback: U0008__create_api_keys.sql
create table procurement.api_keys (
  tenant_id text not null,
  key_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  key_hash varchar(255) not null,
  key_prefix varchar(20) not null,
  name varchar(255) not null,
  roles text[] not null,
  is_active boolean not null default true,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint api_keys_pkey primary key (key_id),
  constraint api_keys_hash_unique unique (key_hash),
  constraint api_keys_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint api_keys_roles_check check (cardinality(roles) > 0
    and roles <@ array['admin', 'manager', 'operator', 'viewer', 'data-admin'])
);
create index api_keys_list on procurement.api_keys (tenant_id, created_at, key_id);
create index api_keys_user on procurement.api_keys (user_id);
call procurement.guard_tenant_table('procurement.api_keys');
call platform.add_row_version('procurement.api_keys');
