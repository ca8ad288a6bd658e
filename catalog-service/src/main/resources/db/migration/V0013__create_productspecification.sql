-- Purpose: what is known of an article: each value with who said so, its features, and its certificates
-- Depends: V0011
-- Rollback: U0013__create_productspecification.sql
create table catalog.productfieldsource (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  field varchar(64) not null,
  source varchar(64) not null default 'manual',
  priority smallint not null,
  value jsonb not null default 'null',
  source_ref varchar(300) not null default '',
  observed_at timestamptz not null,
  is_chosen boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productfieldsource_pkey primary key (tenant_id, id),
  constraint productfieldsource_source_unique unique (tenant_id, product_id, field, source, source_ref),
  constraint productfieldsource_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productfieldsource_source_check check (source in ('manual', 'supplier', 'import', 'parsed', 'external'))
);
create unique index productfieldsource_chosen_unique on catalog.productfieldsource (tenant_id, product_id, field)
  where is_chosen;
call catalog.guard_tenant_table('catalog.productfieldsource');

create table catalog.productspecification (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  spec_name varchar(300) not null,
  spec_value varchar(20000) not null,
  spec_category varchar(300),
  unit varchar(64),
  is_searchable boolean not null default true,
  feature_id varchar(64) collate "C",
  value_code varchar(64) collate "C",
  value_num numeric,
  value_low numeric,
  value_high numeric,
  value_bool boolean,
  dimension varchar(64),
  -- in the base unit of the dimension
  canonical_low numeric,
  canonical_high numeric,
  -- not applicable, missing value, unknown
  no_value_reason char(2),
  source varchar(64) not null,
  spec_key text collate "C" not null generated always as (catalog.name_key(spec_name)) stored,
  -- an entry of an index has to fit into a page: a long value is found by its beginning
  value_key text collate "C" not null generated always as (left(spec_value, 300)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productspecification_pkey primary key (tenant_id, id),
  constraint productspecification_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productspecification_feature_fk foreign key (feature_id)
    references catalog.etimfeature (code) on delete restrict,
  constraint productspecification_value_fk foreign key (value_code)
    references catalog.etimvalue (code) on delete restrict,
  constraint productspecification_value_check check (spec_value <> '' or no_value_reason is not null),
  constraint productspecification_reason_check check (no_value_reason in ('NA', 'MV', 'UN')),
  constraint productspecification_range_check check (value_low <= value_high),
  constraint productspecification_canonical_check check (canonical_low <= canonical_high)
);
create unique index productspecification_feature_unique
  on catalog.productspecification (tenant_id, product_id, feature_id);
create unique index productspecification_name_unique
  on catalog.productspecification (tenant_id, product_id, spec_key) where feature_id is null;
create index productspecification_product_idx on catalog.productspecification (tenant_id, product_id);
create index productspecification_value_idx on catalog.productspecification (tenant_id, spec_name, value_key);
create index productspecification_searchable_idx on catalog.productspecification (tenant_id, is_searchable, spec_name);
create index productspecification_range_idx
  on catalog.productspecification (tenant_id, feature_id, canonical_low, canonical_high);
create index productspecification_listed_idx on catalog.productspecification (tenant_id, feature_id, value_code);
create index productspecification_feature_idx on catalog.productspecification (feature_id) where feature_id is not null;
create index productspecification_code_idx on catalog.productspecification (value_code) where value_code is not null;
call catalog.guard_tenant_table('catalog.productspecification');
call catalog.allow_search('catalog.productspecification');

create table catalog.productcertification (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  standard_id bigint,
  -- of bodies without a row: EN, ISO
  standard_text varchar(300),
  marking varchar(300),
  level varchar(64),
  certificate_no varchar(64),
  valid_from date,
  valid_to date,
  source varchar(64) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productcertification_pkey primary key (tenant_id, id),
  constraint productcertification_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productcertification_standard_fk foreign key (standard_id)
    references catalog.ansistandard (id) on delete restrict
);
create index productcertification_product_idx on catalog.productcertification (tenant_id, product_id);
create index productcertification_tenant_standard_idx on catalog.productcertification (tenant_id, standard_id);
create index productcertification_standard_idx on catalog.productcertification (standard_id)
  where standard_id is not null;
call catalog.guard_tenant_table('catalog.productcertification');
call catalog.allow_search('catalog.productcertification');
