-- Purpose: tax and exchange rates, and the settings that prices and quotations go by
-- Depends: V0002
-- Rollback: U0015__create_taxrate.sql
create table catalog.taxrate (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  tax_class varchar(64) collate "C" not null,
  rate numeric(7, 6) not null,
  valid daterange not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint taxrate_pkey primary key (tenant_id, id),
  constraint taxrate_rate_check check (rate between 0 and 1),
  constraint taxrate_valid_check check (not isempty(valid) and not lower_inf(valid)),
  constraint taxrate_overlap_excluded exclude using gist (tenant_id with =, tax_class with =, valid with &&)
);
call catalog.guard_tenant_table('catalog.taxrate');

create table catalog.fxrate (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  base char(3) not null,
  quote char(3) not null,
  rate numeric(20, 10) not null,
  valid_on date not null,
  source varchar(64) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fxrate_pkey primary key (tenant_id, id),
  constraint fxrate_day_unique unique (tenant_id, base, quote, valid_on),
  constraint fxrate_base_fk foreign key (base) references catalog.currency (code) on delete restrict,
  constraint fxrate_quote_fk foreign key (quote) references catalog.currency (code) on delete restrict,
  constraint fxrate_rate_check check (rate > 0)
);
create index fxrate_base_idx on catalog.fxrate (base);
create index fxrate_quote_idx on catalog.fxrate (quote);
call catalog.guard_tenant_table('catalog.fxrate');

create table catalog.catalogsetting (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  default_currency char(3) not null default 'USD',
  min_margin_percent numeric(7, 4) not null default 0,
  price_policy varchar(64) not null default 'specific',
  reservation_minutes int not null default 1440,
  accepted_days int not null default 30,
  quotation_valid_days int not null default 30,
  number_prefix varchar(64) not null default 'Q',
  match_auto numeric(5, 4) not null default 0.80,
  match_min numeric(5, 4) not null default 0.35,
  jurisdiction varchar(64) not null default 'US',
  -- name, address, tax_id, logo_file_id, pdf_language
  company jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint catalogsetting_pkey primary key (tenant_id, id),
  constraint catalogsetting_tenant_unique unique (tenant_id),
  constraint catalogsetting_currency_fk foreign key (default_currency)
    references catalog.currency (code) on delete restrict,
  constraint catalogsetting_margin_check check (min_margin_percent between 0 and 99.99),
  constraint catalogsetting_policy_check check (price_policy in ('specific', 'lowest')),
  constraint catalogsetting_reservation_check check (reservation_minutes > 0),
  constraint catalogsetting_accepted_check check (accepted_days > 0),
  constraint catalogsetting_valid_check check (quotation_valid_days > 0),
  constraint catalogsetting_match_check check (match_min between 0 and match_auto and match_auto <= 1),
  constraint catalogsetting_jurisdiction_check check (jurisdiction in ('US', 'EU'))
);
create index catalogsetting_currency_idx on catalog.catalogsetting (default_currency);
call catalog.guard_tenant_table('catalog.catalogsetting');
call catalog.add_version('catalog.catalogsetting');
