-- Purpose: who goods are bought from
-- Depends: V0002
-- Rollback: U0009__create_supplier.sql
create table catalog.supplier (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  code varchar(64) not null,
  name varchar(300) not null,
  website varchar(2000),
  api_endpoint varchar(2000),
  contact_email varchar(300),
  currency char(3) not null default 'USD',
  lead_time_days int,
  minimum_order_value numeric(19, 4),
  rating numeric(3, 2),
  -- the name of a secret, never the secret
  credentials_ref varchar(300),
  is_active boolean not null default true,
  -- kept for its owner; the service fetches nothing
  scraping_config jsonb not null default '{}',
  last_scraped timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint supplier_pkey primary key (tenant_id, id),
  constraint supplier_code_unique unique (tenant_id, code),
  constraint supplier_website_unique unique (tenant_id, website),
  constraint supplier_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint supplier_lead_time_check check (lead_time_days >= 0),
  constraint supplier_minimum_order_check check (minimum_order_value >= 0),
  constraint supplier_rating_check check (rating between 0 and 5)
);
create index supplier_active_idx on catalog.supplier (tenant_id, is_active);
create index supplier_currency_idx on catalog.supplier (currency);
call catalog.guard_tenant_table('catalog.supplier');
call catalog.add_version('catalog.supplier');
