-- Purpose: who has which part in a tender
-- Depends: V0026, V0027
-- Rollback: U0029__create_tender_entity_link.sql

create table procurement.tender_entity_link (
  link_id uuid not null default gen_random_uuid(),
  tender_id varchar(100) not null,
  entity_id uuid not null,
  entity_type varchar(50) not null,
  relationship_type varchar(100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_entity_link_pkey primary key (link_id),
  constraint uq_tender_entity unique (tender_id, entity_id, entity_type),
  constraint tender_entity_link_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint tender_entity_link_entity_fk foreign key (entity_id)
    references procurement.entities (entity_id) on delete restrict,
  constraint tender_entity_link_type_check check (entity_type in ('buyer', 'procuring_entity', 'supplier', 'tenderer',
    'payer', 'other'))
);
create index tender_entity_link_entity_idx on procurement.tender_entity_link (entity_id);
call platform.guard_global_table('procurement.tender_entity_link');
