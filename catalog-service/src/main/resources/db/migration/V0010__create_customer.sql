-- Purpose: customers, their addresses and the groups that share prices
-- Depends: V0002
-- Rollback: U0010__create_customer.sql
create table catalog.customergroup (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  code varchar(64) not null,
  name varchar(300) not null,
  price_type varchar(64) not null default 'base',
  discount_percent numeric(7, 4) not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint customergroup_pkey primary key (tenant_id, id),
  constraint customergroup_code_unique unique (tenant_id, code),
  constraint customergroup_price_type_check check (price_type in ('base', 'wholesale', 'retail')),
  constraint customergroup_discount_check check (discount_percent between 0 and 100)
);
call catalog.guard_tenant_table('catalog.customergroup');
call catalog.add_version('catalog.customergroup');

create table catalog.customer (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  code varchar(64) not null,
  name varchar(300) not null,
  company_name varchar(300),
  email varchar(300) not null,
  phone varchar(64),
  address varchar(20000),
  industry varchar(300),
  customer_type varchar(64) not null default 'prospect',
  credit_limit numeric(19, 4),
  payment_terms varchar(64) not null default 'net_30',
  preferred_contact varchar(64) not null default 'email',
  notes varchar(20000),
  customer_group_id bigint,
  currency char(3),
  tax_id varchar(64),
  language varchar(8),
  deleted_at timestamptz,
  email_key text collate "C" not null generated always as (lower(email)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint customer_pkey primary key (tenant_id, id),
  constraint customer_group_fk foreign key (tenant_id, customer_group_id)
    references catalog.customergroup (tenant_id, id) on delete restrict,
  constraint customer_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint customer_type_check check (customer_type in ('prospect', 'active', 'inactive')),
  constraint customer_credit_limit_check check (credit_limit >= 0),
  constraint customer_contact_check check (preferred_contact in ('email', 'phone', 'both'))
);
create unique index customer_email_unique on catalog.customer (tenant_id, email_key) where deleted_at is null;
create unique index customer_code_unique on catalog.customer (tenant_id, code) where deleted_at is null;
create index customer_company_idx on catalog.customer (tenant_id, company_name);
create index customer_type_idx on catalog.customer (tenant_id, customer_type);
create index customer_industry_idx on catalog.customer (tenant_id, industry);
create index customer_group_idx on catalog.customer (tenant_id, customer_group_id);
create index customer_currency_idx on catalog.customer (currency);
call catalog.guard_tenant_table('catalog.customer');
call catalog.add_version('catalog.customer');

create table catalog.customeraddress (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  customer_id bigint not null,
  kind varchar(64) not null default 'billing',
  lines varchar(20000) not null,
  city varchar(300),
  region varchar(300),
  postal_code varchar(64),
  country char(2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint customeraddress_pkey primary key (tenant_id, id),
  constraint customeraddress_customer_fk foreign key (tenant_id, customer_id)
    references catalog.customer (tenant_id, id) on delete cascade,
  constraint customeraddress_kind_check check (kind in ('billing', 'shipping'))
);
create index customeraddress_customer_idx on catalog.customeraddress (tenant_id, customer_id);
call catalog.guard_tenant_table('catalog.customeraddress');
