-- Purpose: stock that is held for somebody until it is taken, given back or expires
-- Depends: V0022, V0024
-- Rollback: U0025__create_stockreservation.sql
create table catalog.stockreservation (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  reference varchar(300) not null,
  quotation_id bigint,
  state varchar(64) not null default 'held',
  expires_at timestamptz not null,
  actor varchar(300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint stockreservation_pkey primary key (tenant_id, id),
  constraint stockreservation_quotation_fk foreign key (tenant_id, quotation_id)
    references catalog.quotation (tenant_id, id) on delete restrict,
  constraint stockreservation_state_check check (state in ('held', 'committed', 'released', 'expired'))
);
create index stockreservation_state_idx on catalog.stockreservation (tenant_id, state, expires_at);
create index stockreservation_quotation_idx on catalog.stockreservation (tenant_id, quotation_id);
create index stockreservation_reference_idx on catalog.stockreservation (tenant_id, reference);
create index stockreservation_due_idx on catalog.stockreservation (expires_at) where state = 'held';
call catalog.guard_tenant_table('catalog.stockreservation');
call catalog.add_version('catalog.stockreservation');

create table catalog.stockreservationline (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  reservation_id bigint not null,
  product_id bigint not null,
  warehouse_id bigint not null,
  quantity numeric(18, 6) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint stockreservationline_pkey primary key (tenant_id, id),
  constraint stockreservationline_reservation_fk foreign key (tenant_id, reservation_id)
    references catalog.stockreservation (tenant_id, id) on delete cascade,
  constraint stockreservationline_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint stockreservationline_warehouse_fk foreign key (tenant_id, warehouse_id)
    references catalog.warehouse (tenant_id, id) on delete restrict,
  constraint stockreservationline_quantity_check check (quantity > 0)
);
create index stockreservationline_reservation_idx on catalog.stockreservationline (tenant_id, reservation_id);
create index stockreservationline_product_idx on catalog.stockreservationline (tenant_id, product_id, warehouse_id);
create index stockreservationline_warehouse_idx on catalog.stockreservationline (tenant_id, warehouse_id);
call catalog.guard_tenant_table('catalog.stockreservationline');
