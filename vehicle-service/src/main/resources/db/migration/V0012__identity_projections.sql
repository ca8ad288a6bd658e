-- Purpose: users, persons, organizations and memberships as the identity service tells of them
-- Depends: V0011
-- Rollback: U0012__identity_projections.sql

-- No keys among these tables: events may come in any order.
create schema if not exists identity;
grant usage on schema identity to vehicle_app, vehicle_system, vehicle_search;

create table if not exists identity.memberships (
  tenant_id text not null,
  user_id uuid not null,
  roles text[] not null default '{}',
  source_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint memberships_pkey primary key (tenant_id, user_id)
);
create index if not exists memberships_user_idx on identity.memberships (user_id);
call platform.guard_tenant_table('identity.memberships');

create table if not exists identity.organizations (
  tenant_id text not null,
  id uuid not null,
  name text,
  org_type text,
  country text,
  status text not null default 'active',
  source_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organizations_pkey primary key (id)
);
create index if not exists organizations_tenant_idx on identity.organizations (tenant_id, id);
call platform.guard_tenant_table('identity.organizations');
call vehicle.add_version('identity.organizations');

create table if not exists identity.users (
  id uuid not null,
  full_name text,
  status text not null default 'active',
  source_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_pkey primary key (id),
  constraint users_status_ck check (status in ('active', 'suspended', 'deleted'))
);

-- A user is login and human in one: the same id as in users.
create table if not exists identity.persons (
  id uuid not null,
  full_name text,
  is_active boolean not null default true,
  source_time timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint persons_pkey primary key (id)
);

-- Users and persons are seen, and told of, by the tenants that they are members of.
do $$
declare
  target text;
  member text;
begin
  foreach target in array array['identity.users', 'identity.persons'] loop
    member := format('exists (select from identity.memberships m where m.user_id = %s.id
        and m.tenant_id = (select current_setting(''app.tenant_id'', true)))', target);
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy member_access on %s to vehicle_app using (%s) with check (%s)',
      target, member, member);
    execute format('create policy system_access on %s to vehicle_system using (true) with check (true)', target);
    execute format('grant select, insert, update, delete on %s to vehicle_app, vehicle_system', target);
    execute format('create trigger touch_updated_at before update on %s
        for each row execute function platform.touch_updated_at()', target);
    execute format('call vehicle.add_version(%L)', target);
  end loop;
end $$;
