-- Purpose: passages of tenders and documents, with their vectors
-- Depends: V0031
-- Rollback: U0032__create_embeddings.sql

create table procurement.embeddings (
  embed_id uuid not null default gen_random_uuid(),
  doc_id uuid,
  tender_id varchar(100),
  chunk_text text not null,
  search tsvector not null,
  chunk_index int,
  start_char int not null,
  end_char int not null,
  vector real[] not null,
  model text not null default 'hash-v1',
  chunk_metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint embeddings_pkey primary key (embed_id),
  constraint embeddings_doc_fk foreign key (doc_id)
    references procurement.tender_documents (doc_id) on delete cascade,
  constraint embeddings_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint embeddings_owner_check check (doc_id is not null or tender_id is not null)
);
-- NB: in place of "nulls not distinct", which PostgreSQL 14 does not know
create unique index uq_embeddings_chunk on procurement.embeddings (
  coalesce(tender_id, ''), coalesce(doc_id, '00000000-0000-0000-0000-000000000000'), coalesce(chunk_index, -1), model);
create index embeddings_search_idx on procurement.embeddings using gin (search);
create index embeddings_doc_idx on procurement.embeddings (doc_id);
create index embeddings_tender_idx on procurement.embeddings (tender_id);
call platform.guard_global_table('procurement.embeddings');
