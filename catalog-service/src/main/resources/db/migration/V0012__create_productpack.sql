-- Purpose: the packs that an article is sold in
-- Depends: V0011
-- Rollback: U0012__create_productpack.sql
create table catalog.productpack (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  code varchar(64) not null,
  -- base units in one pack
  factor numeric(18, 6) not null,
  sku varchar(64),
  gtin varchar(14) collate "C",
  order_min numeric(18, 6),
  order_step numeric(18, 6),
  is_default_order_unit boolean not null default false,
  sku_upper text collate "C" generated always as (upper(sku)) stored,
  sku_key text collate "C" generated always as (catalog.key_of(sku)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productpack_pkey primary key (tenant_id, id),
  constraint productpack_code_unique unique (tenant_id, product_id, code),
  constraint productpack_sku_unique unique (tenant_id, sku_upper),
  constraint productpack_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productpack_factor_check check (factor > 0),
  constraint productpack_gtin_check check (catalog.is_gtin(gtin)),
  constraint productpack_order_min_check check (order_min > 0),
  constraint productpack_order_step_check check (order_step > 0)
);
create unique index productpack_default_unique on catalog.productpack (tenant_id, product_id)
  where is_default_order_unit;
create index productpack_sku_key_idx on catalog.productpack (tenant_id, sku_key);
create index productpack_gtin_idx on catalog.productpack (tenant_id, gtin);
call catalog.guard_tenant_table('catalog.productpack');
call catalog.add_version('catalog.productpack');
call catalog.allow_search('catalog.productpack');
