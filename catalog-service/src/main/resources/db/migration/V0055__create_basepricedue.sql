-- Purpose: products whose base price will be another one by the time alone, and when
-- Depends: V0011, V0014
-- Rollback: U0055__create_basepricedue.sql

-- One row for each product of which a validity begins or ends ahead, so that a look at the time reads few rows.
create table catalog.basepricedue (
  tenant_id text not null,
  product_id bigint not null,
  due_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint basepricedue_pkey primary key (tenant_id, product_id),
  constraint basepricedue_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade
);
create index basepricedue_due_idx on catalog.basepricedue (due_at);
call catalog.guard_tenant_table('catalog.basepricedue');
