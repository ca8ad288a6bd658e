-- Purpose: organizations, users, and who is a member of what with which roles
-- Depends: V0002
-- Rollback: U0003__create_organizations_and_users.sql
create table procurement.organizations (
  org_id uuid not null default gen_random_uuid(),
  tenant_id text not null,
  name varchar(500) not null,
  org_type varchar(100),
  country char(2),
  default_currency char(3) not null default 'EUR',
  stripe_customer_id varchar(255),
  is_operator boolean not null default false,
  status text not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organizations_pkey primary key (org_id),
  constraint organizations_tenant_unique unique (tenant_id),
  constraint organizations_customer_unique unique (stripe_customer_id),
  constraint organizations_tenant_check check (tenant_id ~ '^[a-z0-9][a-z0-9_-]{2,62}$'),
  constraint organizations_type_check
    check (org_type in ('supplier', 'buyer', 'consultant', 'public_body', 'other')),
  constraint organizations_country_check check (country ~ '^[A-Z]{2}$'),
  constraint organizations_currency_check check (default_currency ~ '^[A-Z]{3}$'),
  constraint organizations_status_check check (status in ('active', 'suspended', 'closed'))
);
create index organizations_name on procurement.organizations (name);
create unique index organizations_operator_unique on procurement.organizations (is_operator) where is_operator;

create table procurement.users (
  user_id uuid not null default gen_random_uuid(),
  email varchar(255) not null,
  -- NFKC, lower case, the domain as IDNA writes it
  email_norm text not null,
  password_hash text,
  full_name varchar(255),
  org_id uuid,
  subscription_tier varchar(50) not null default 'free',
  stripe_customer_id varchar(255),
  stripe_subscription_id varchar(255),
  email_verified boolean not null default false,
  status text not null default 'active',
  trial_started_at timestamptz,
  trial_ends_at timestamptz,
  is_trial_expired boolean not null default false,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_pkey primary key (user_id),
  constraint users_email_unique unique (email_norm),
  constraint users_organization_fk foreign key (org_id)
    references procurement.organizations (org_id) on delete set null,
  constraint users_plan_fk foreign key (subscription_tier) references procurement.plans (plan) on delete restrict,
  constraint users_status_check check (status in ('active', 'suspended', 'deleted'))
);
create index users_organization on procurement.users (org_id);
create index users_plan on procurement.users (subscription_tier);
create index users_customer on procurement.users (stripe_customer_id);
create index users_trial on procurement.users (trial_ends_at) where not is_trial_expired;

create table procurement.organization_members (
  org_id uuid not null,
  user_id uuid not null,
  tenant_id text not null,
  roles text[] not null,
  invited_by uuid,
  joined_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_members_pkey primary key (org_id, user_id),
  constraint organization_members_organization_fk foreign key (org_id)
    references procurement.organizations (org_id) on delete cascade,
  constraint organization_members_user_fk foreign key (user_id)
    references procurement.users (user_id) on delete cascade,
  constraint organization_members_inviter_fk foreign key (invited_by)
    references procurement.users (user_id) on delete set null,
  constraint organization_members_roles_check check (cardinality(roles) > 0
    and roles <@ array['admin', 'manager', 'operator', 'viewer', 'data-admin'])
);
create index organization_members_user on procurement.organization_members (user_id, tenant_id);
create index organization_members_tenant on procurement.organization_members (tenant_id, user_id);
create index organization_members_inviter on procurement.organization_members (invited_by)
  where invited_by is not null;

-- NB: the policy of members asks no other table, because those of users and organizations ask for members.
call procurement.guard_identity_table('procurement.organization_members',
  $$user_id::text = (select current_setting('app.user_id', true))$$,
  $$tenant_id = (select current_setting('app.tenant_id', true))$$);
call procurement.guard_identity_table('procurement.organizations',
  $$exists (select from procurement.organization_members m where m.org_id = organizations.org_id
      and m.user_id::text = (select current_setting('app.user_id', true)))$$,
  $$tenant_id = (select current_setting('app.tenant_id', true))$$);
call procurement.guard_identity_table('procurement.users',
  $$user_id::text = (select current_setting('app.user_id', true))$$,
  $$exists (select from procurement.organization_members m where m.user_id = users.user_id
      and m.tenant_id = (select current_setting('app.tenant_id', true)))$$);
-- A user who leaves is made anonymous.
revoke delete on procurement.users from procurement_app, procurement_system;

call platform.add_row_version('procurement.organizations');
call platform.add_row_version('procurement.users');
call platform.add_row_version('procurement.organization_members');
