-- Purpose: prices, of which no two hold at the same time for the same case; rows never change
-- Depends: V0010, V0011
-- Rollback: U0014__create_productpricing.sql
create table catalog.pricelist (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  code varchar(64) not null,
  name varchar(300) not null,
  currency char(3) not null,
  priority int not null default 100,
  is_default boolean not null default false,
  is_active boolean not null default true,
  customer_group_id bigint,
  customer_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pricelist_pkey primary key (tenant_id, id),
  constraint pricelist_code_unique unique (tenant_id, code),
  constraint pricelist_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint pricelist_group_fk foreign key (tenant_id, customer_group_id)
    references catalog.customergroup (tenant_id, id) on delete restrict,
  constraint pricelist_customer_fk foreign key (tenant_id, customer_id)
    references catalog.customer (tenant_id, id) on delete restrict
);
create index pricelist_group_idx on catalog.pricelist (tenant_id, customer_group_id);
create index pricelist_customer_idx on catalog.pricelist (tenant_id, customer_id);
create index pricelist_currency_idx on catalog.pricelist (currency);
call catalog.guard_tenant_table('catalog.pricelist');
call catalog.add_version('catalog.pricelist');

create table catalog.productpricing (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  price_kind varchar(64) not null default 'sell',
  price_type varchar(64) not null default 'base',
  amount numeric(19, 4) not null,
  currency char(3) not null default 'USD',
  -- a price per 100 pieces has 100
  price_unit_quantity numeric(18, 6) not null default 1,
  -- a unit, or the code of a pack; null is turned into the unit of the product
  uom varchar(64) not null,
  effective_from timestamptz not null default now(),
  effective_to timestamptz,
  supplier_id bigint,
  minimum_quantity numeric(18, 6) not null default 1,
  price_list_id bigint,
  customer_group_id bigint,
  customer_id bigint,
  source varchar(64) not null default 'manual',
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  superseded_by bigint,
  scope_key text collate "C" not null generated always as (
    coalesce('c' || customer_id, 'g' || customer_group_id, 'l' || price_list_id, 'd')) stored,
  supplier_key text collate "C" not null generated always as (coalesce(supplier_id::text, '')) stored,
  validity tstzrange not null generated always as (tstzrange(effective_from, effective_to, '[)')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productpricing_pkey primary key (tenant_id, id),
  constraint productpricing_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productpricing_supplier_fk foreign key (tenant_id, supplier_id)
    references catalog.supplier (tenant_id, id) on delete restrict,
  constraint productpricing_list_fk foreign key (tenant_id, price_list_id)
    references catalog.pricelist (tenant_id, id) on delete restrict,
  constraint productpricing_group_fk foreign key (tenant_id, customer_group_id)
    references catalog.customergroup (tenant_id, id) on delete restrict,
  constraint productpricing_customer_fk foreign key (tenant_id, customer_id)
    references catalog.customer (tenant_id, id) on delete restrict,
  -- the new row comes after the old one has made room for it
  constraint productpricing_superseded_fk foreign key (tenant_id, superseded_by)
    references catalog.productpricing (tenant_id, id) on delete restrict deferrable initially deferred,
  constraint productpricing_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint productpricing_kind_check check (price_kind in ('sell', 'cost')),
  constraint productpricing_type_check check (price_type in ('base', 'sale', 'wholesale', 'retail')),
  constraint productpricing_amount_check check (amount >= 0),
  constraint productpricing_unit_quantity_check check (price_unit_quantity > 0),
  constraint productpricing_minimum_check check (minimum_quantity > 0),
  constraint productpricing_effective_check check (effective_to > effective_from),
  constraint productpricing_scope_check check (num_nonnulls(price_list_id, customer_group_id, customer_id) <= 1),
  constraint productpricing_cost_scope_check
    check (price_kind <> 'cost' or num_nonnulls(price_list_id, customer_group_id, customer_id) = 0),
  constraint productpricing_superseded_check check (superseded_by is null or superseded_at is not null),
  constraint productpricing_overlap_excluded exclude using gist (
    tenant_id with =, product_id with =, price_kind with =, price_type with =, currency with =, uom with =,
    scope_key with =, supplier_key with =, minimum_quantity with =, validity with &&) where (superseded_at is null)
);
create index productpricing_type_idx on catalog.productpricing (tenant_id, product_id, price_type);
create index productpricing_live_idx on catalog.productpricing (tenant_id, product_id, currency, price_kind)
  where superseded_at is null;
create index productpricing_effective_idx on catalog.productpricing (tenant_id, effective_from, effective_to);
create index productpricing_supplier_idx on catalog.productpricing (tenant_id, supplier_id, product_id);
create index productpricing_list_idx on catalog.productpricing (tenant_id, price_list_id)
  where price_list_id is not null;
create index productpricing_group_idx on catalog.productpricing (tenant_id, customer_group_id)
  where customer_group_id is not null;
create index productpricing_customer_idx on catalog.productpricing (tenant_id, customer_id)
  where customer_id is not null;
create index productpricing_superseded_idx on catalog.productpricing (tenant_id, superseded_by)
  where superseded_by is not null;
create index productpricing_currency_idx on catalog.productpricing (currency);
call catalog.guard_tenant_table('catalog.productpricing');
revoke update, delete on catalog.productpricing from catalog_app;
grant update (superseded_at, superseded_by) on catalog.productpricing to catalog_app;

create function catalog.fill_price_unit() returns trigger language plpgsql as $$
begin
  -- An unknown product is refused by the key.
  select coalesce(p.base_uom, 'C62') into new.uom
  from (select) one left join catalog.product p on p.tenant_id = new.tenant_id and p.id = new.product_id;
  return new;
end $$;
create trigger fill_price_unit before insert on catalog.productpricing
  for each row when (new.uom is null) execute function catalog.fill_price_unit();

-- Once superseded it stays so: an old quotation is priced again by what was known then.
create function catalog.keep_price() returns trigger language plpgsql as $$
declare
  changing text[] := '{superseded_at,superseded_by,updated_at,scope_key,supplier_key,validity}';
begin
  if old.superseded_at is not null or to_jsonb(new) - changing <> to_jsonb(old) - changing then
    raise exception 'prices are superseded, never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_price before update on catalog.productpricing
  for each row execute function catalog.keep_price();
