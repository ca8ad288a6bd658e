-- Purpose: which public tenders a tenant wants, and how he reads files that he imports again and again
-- Depends: V0010
-- Rollback: U0027__create_tendersubscription.sql
create table catalog.tendersubscription (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  cpv_prefix varchar(8) not null,
  is_active boolean not null default true,
  draft_quotation boolean not null default true,
  customer_group_id bigint,
  min_value numeric(19, 4),
  max_value numeric(19, 4),
  notes varchar(20000),
  -- without the zeros at its end: the subtree is all codes that begin so
  prefix_key text collate "C" not null
    generated always as (rpad(rtrim(cpv_prefix, '0'), greatest(2, length(rtrim(cpv_prefix, '0'))), '0')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tendersubscription_pkey primary key (tenant_id, id),
  constraint tendersubscription_prefix_unique unique (tenant_id, cpv_prefix),
  constraint tendersubscription_group_fk foreign key (tenant_id, customer_group_id)
    references catalog.customergroup (tenant_id, id) on delete restrict,
  constraint tendersubscription_prefix_check check (cpv_prefix ~ '^[0-9]{2,8}$'),
  constraint tendersubscription_min_check check (min_value >= 0),
  constraint tendersubscription_max_check check (max_value >= 0)
);
create index tendersubscription_group_idx on catalog.tendersubscription (tenant_id, customer_group_id);
create index tendersubscription_key_idx on catalog.tendersubscription (prefix_key, tenant_id) where is_active;
call catalog.guard_tenant_table('catalog.tendersubscription');
call catalog.add_version('catalog.tendersubscription');
call catalog.allow_search('catalog.tendersubscription');

create table catalog.importmapping (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  kind varchar(64) not null,
  name varchar(300) not null,
  mapping jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint importmapping_pkey primary key (tenant_id, id),
  constraint importmapping_name_unique unique (tenant_id, kind, name)
);
call catalog.guard_tenant_table('catalog.importmapping');
call catalog.add_version('catalog.importmapping');
