-- Purpose: where stock lies
-- Depends: V0001
-- Rollback: U0021__create_warehouse.sql
create table catalog.warehouse (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  code varchar(64) not null,
  name varchar(300) not null,
  address varchar(20000),
  -- a reservation that names no warehouse is filled from the lowest number on
  priority int not null default 100,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint warehouse_pkey primary key (tenant_id, id),
  constraint warehouse_code_unique unique (tenant_id, code)
);
call catalog.guard_tenant_table('catalog.warehouse');
call catalog.add_version('catalog.warehouse');
