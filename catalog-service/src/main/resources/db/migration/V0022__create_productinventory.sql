-- Purpose: how much of an article lies where, and each movement that made it so
-- Depends: V0011, V0021, V0000.20
-- Rollback: U0022__create_productinventory.sql
create table catalog.productinventory (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  warehouse_id bigint not null,
  -- whom to order from again
  supplier_id bigint,
  quantity_on_hand numeric(18, 6) not null default 0,
  quantity_reserved numeric(18, 6) not null default 0,
  quantity_available numeric(18, 6) not null generated always as (quantity_on_hand - quantity_reserved) stored,
  quantity_incoming numeric(18, 6) not null default 0,
  reorder_level numeric(18, 6) not null default 10,
  reorder_quantity numeric(18, 6) not null default 100,
  warehouse_location varchar(300),
  low_since timestamptz,
  last_updated timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productinventory_pkey primary key (tenant_id, id),
  constraint productinventory_place_unique unique (tenant_id, product_id, warehouse_id),
  constraint productinventory_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade,
  constraint productinventory_warehouse_fk foreign key (tenant_id, warehouse_id)
    references catalog.warehouse (tenant_id, id) on delete restrict,
  constraint productinventory_supplier_fk foreign key (tenant_id, supplier_id)
    references catalog.supplier (tenant_id, id) on delete restrict,
  -- the last guard: stock is never sold twice
  constraint productinventory_stock_check check (0 <= quantity_reserved and quantity_reserved <= quantity_on_hand),
  constraint productinventory_incoming_check check (quantity_incoming >= 0),
  constraint productinventory_reorder_check check (reorder_level >= 0 and reorder_quantity >= 0)
);
create index productinventory_warehouse_idx on catalog.productinventory (tenant_id, warehouse_id);
create index productinventory_supplier_idx on catalog.productinventory (tenant_id, supplier_id);
create index productinventory_available_idx on catalog.productinventory (tenant_id, quantity_available, reorder_level);
create index productinventory_low_idx on catalog.productinventory (tenant_id, low_since) where low_since is not null;
call catalog.guard_tenant_table('catalog.productinventory');
call catalog.add_version('catalog.productinventory');

create table catalog.stockmovement (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  product_id bigint not null,
  warehouse_id bigint not null,
  kind varchar(64) not null,
  delta_on_hand numeric(18, 6) not null,
  delta_reserved numeric(18, 6) not null,
  on_hand_after numeric(18, 6) not null,
  reserved_after numeric(18, 6) not null,
  reason varchar(300),
  reference varchar(300),
  actor varchar(300) not null,
  at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint stockmovement_pkey primary key (tenant_id, id, at),
  constraint stockmovement_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint stockmovement_warehouse_fk foreign key (tenant_id, warehouse_id)
    references catalog.warehouse (tenant_id, id) on delete restrict,
  constraint stockmovement_kind_check check (
    kind in ('receipt', 'issue', 'adjustment', 'transfer_out', 'transfer_in', 'reserve', 'release', 'commit'))
) partition by range (at);
create index stockmovement_product_idx on catalog.stockmovement (tenant_id, product_id, warehouse_id, at);
create index stockmovement_warehouse_idx on catalog.stockmovement (tenant_id, warehouse_id);
create index stockmovement_reference_idx on catalog.stockmovement (tenant_id, reference);
call catalog.guard_tenant_table('catalog.stockmovement', append_only => true);
create trigger refuse_change before update or delete or truncate on catalog.stockmovement
  for each statement execute function catalog.refuse_change();
call platform.add_partition('catalog.stockmovement', 'stockmovement_default', 'default');
