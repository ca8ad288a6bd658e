-- Purpose: the articles of a tenant, with the words that they are found by
-- Depends: V0007, V0008, V0009
-- Rollback: U0011__create_product.sql
create table catalog.product (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  sku varchar(64) not null,
  name varchar(300) not null,
  name_ar varchar(300),
  slug varchar(300) not null,
  description varchar(20000),
  category_id bigint,
  brand_id bigint,
  supplier_id bigint,
  status varchar(64) not null default 'active',
  is_published boolean not null default true,
  availability varchar(64) not null default 'in_stock',
  currency char(3) not null default 'USD',
  -- what the price without scope says now; quotations never read it
  base_price numeric(19, 4),
  catalogue_item_id bigint,
  source_url varchar(2000),
  images_url varchar(20000),
  enriched_description varchar(20000),
  technical_specs jsonb not null default '{}',
  supplier_info jsonb not null default '{}',
  competitor_data jsonb not null default '{}',
  enrichment_status varchar(64) not null default 'pending',
  enrichment_source varchar(300),
  last_enriched timestamptz,
  import_metadata jsonb not null default '{}',
  mpn varchar(64),
  gtin varchar(14) collate "C",
  base_uom varchar(8) not null default 'C62',
  tax_class varchar(64) not null default 'standard',
  allow_backorder boolean not null default false,
  successor_id bigint,
  completeness numeric(7, 4),
  deleted_at timestamptz,
  sku_upper text collate "C" not null generated always as (upper(sku)) stored,
  sku_key text collate "C" not null generated always as (catalog.key_of(sku)) stored,
  mpn_key text collate "C" generated always as (catalog.key_of(mpn)) stored,
  -- what it is found by, folded by the service: name and name_ar; sku, mpn, brand, words of the class; and the rest
  folded_name text not null default '',
  folded_keys text not null default '',
  folded_description text not null default '',
  folded_specifications text not null default '',
  search_text text not null generated always as (folded_name || ' ' || folded_keys) stored,
  search_tsv tsvector not null generated always as (
    setweight(to_tsvector('simple', folded_name), 'A') || setweight(to_tsvector('simple', folded_keys), 'B')
    || setweight(to_tsvector('simple', folded_description), 'C')
    || setweight(to_tsvector('simple', folded_specifications), 'D')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint product_pkey primary key (tenant_id, id),
  constraint product_category_fk foreign key (tenant_id, category_id)
    references catalog.category (tenant_id, id) on delete restrict,
  constraint product_brand_fk foreign key (tenant_id, brand_id)
    references catalog.brand (tenant_id, id) on delete restrict,
  constraint product_supplier_fk foreign key (tenant_id, supplier_id)
    references catalog.supplier (tenant_id, id) on delete restrict,
  constraint product_successor_fk foreign key (tenant_id, successor_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint product_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint product_uom_fk foreign key (base_uom) references catalog.unitofmeasure (code) on delete restrict,
  constraint product_status_check check (status in ('active', 'inactive', 'discontinued')),
  constraint product_availability_check check (availability in ('in_stock', 'out_of_stock', 'backorder')),
  constraint product_base_price_check check (base_price >= 0),
  constraint product_enrichment_check
    check (enrichment_status in ('pending', 'running', 'enriched', 'incomplete', 'failed')),
  constraint product_gtin_check check (catalog.is_gtin(gtin)),
  constraint product_completeness_check check (completeness between 0 and 100)
);
create unique index product_sku_unique on catalog.product (tenant_id, sku_upper) where deleted_at is null;
create unique index product_slug_unique on catalog.product (tenant_id, slug) where deleted_at is null;
create index product_category_idx on catalog.product (tenant_id, category_id, status);
create index product_brand_idx on catalog.product (tenant_id, brand_id, status);
create index product_supplier_idx on catalog.product (tenant_id, supplier_id, status);
create index product_status_idx on catalog.product (tenant_id, status, is_published);
create index product_enrichment_idx on catalog.product (tenant_id, enrichment_status);
create index product_sku_key_idx on catalog.product (tenant_id, sku_key);
create index product_mpn_key_idx on catalog.product (tenant_id, mpn_key);
create index product_gtin_idx on catalog.product (tenant_id, gtin);
create index product_updated_idx on catalog.product (tenant_id, updated_at, id);
create index product_deleted_idx on catalog.product (tenant_id, deleted_at);
create index product_successor_idx on catalog.product (tenant_id, successor_id);
create index product_currency_idx on catalog.product (currency);
create index product_uom_idx on catalog.product (base_uom);
create index product_search_idx on catalog.product using gin (tenant_id, search_tsv);
create index product_trigram_idx on catalog.product using gin (tenant_id, search_text gin_trgm_ops);
create index product_specs_idx on catalog.product using gin (tenant_id, technical_specs);
call catalog.guard_tenant_table('catalog.product');
call catalog.add_version('catalog.product',
  'folded_name', 'folded_keys', 'folded_description', 'folded_specifications');
call catalog.allow_search('catalog.product');
