-- Purpose: remember what the merging of two entities moved, so that it can be undone
-- Depends: V0026, V0027, V0029
-- Rollback: U0076__create_entity_merges.sql

create table procurement.entity_merge_moves (
  -- the one that was merged into another
  entity_id uuid not null,
  tender_id varchar(100) not null,
  -- the kind of the link, or buyer_entity_id for the tender's own column
  part varchar(50) not null,
  relationship_type varchar(100),
  -- whether the other one had such a link itself, so that this one was dropped
  dropped boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint entity_merge_moves_pkey primary key (entity_id, tender_id, part),
  constraint entity_merge_moves_entity_fk foreign key (entity_id)
    references procurement.entities (entity_id) on delete cascade,
  constraint entity_merge_moves_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade
);
create index entity_merge_moves_tender_idx on procurement.entity_merge_moves (tender_id);
call platform.guard_global_table('procurement.entity_merge_moves');
