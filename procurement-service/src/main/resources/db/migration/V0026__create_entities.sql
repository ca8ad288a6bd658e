-- Purpose: buyers and suppliers, and the identifiers that they are known by
-- Depends: V0025
-- Rollback: U0026__create_entities.sql

create table procurement.entities (
  entity_id uuid not null default gen_random_uuid(),
  name varchar(500) not null,
  name_folded text not null,
  country char(2),
  roles text[] not null,
  category_id uuid,
  merged_into uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint entities_pkey primary key (entity_id),
  constraint entities_category_fk foreign key (category_id)
    references procurement.entity_categories (category_id) on delete set null,
  constraint entities_merged_fk foreign key (merged_into) references procurement.entities (entity_id) on delete restrict
);
create index entities_name_idx on procurement.entities (name_folded, country);
create index entities_category_idx on procurement.entities (category_id);
create index entities_merged_idx on procurement.entities (merged_into);
call platform.guard_global_table('procurement.entities');
call platform.add_row_version('procurement.entities');

create table procurement.entity_identifiers (
  identifier_id uuid not null default gen_random_uuid(),
  entity_id uuid not null,
  scheme text not null,
  identifier text not null,
  -- set where the identifier is a publisher's own
  source_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint entity_identifiers_pkey primary key (identifier_id),
  constraint entity_identifiers_entity_fk foreign key (entity_id)
    references procurement.entities (entity_id) on delete cascade
);
-- NB: in place of "nulls not distinct", which PostgreSQL 14 does not know
create unique index uq_entity_identifiers
  on procurement.entity_identifiers (scheme, identifier, coalesce(source_id, ''));
create index entity_identifiers_entity_idx on procurement.entity_identifiers (entity_id);
call platform.guard_global_table('procurement.entity_identifiers');
