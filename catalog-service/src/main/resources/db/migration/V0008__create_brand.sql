-- Purpose: brands and the names that they go by
-- Depends: V0001
-- Rollback: U0008__create_brand.sql
create table catalog.brand (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  name varchar(300) not null,
  slug varchar(300) not null,
  description varchar(20000),
  website_url varchar(2000),
  manufacturer_name varchar(300),
  aliases jsonb not null default '[]',
  is_active boolean not null default true,
  name_key text collate "C" not null generated always as (catalog.name_key(name)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint brand_pkey primary key (tenant_id, id),
  constraint brand_slug_unique unique (tenant_id, slug),
  constraint brand_name_unique unique (tenant_id, name_key)
);
create index brand_active_idx on catalog.brand (tenant_id, is_active);
create index brand_aliases_idx on catalog.brand using gin (tenant_id, aliases);
call catalog.guard_tenant_table('catalog.brand');
call catalog.add_version('catalog.brand');
