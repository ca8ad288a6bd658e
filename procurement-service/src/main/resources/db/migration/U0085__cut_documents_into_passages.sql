-- Purpose: what is left to cut into passages, and the CPV codes that stand in documents
-- Depends: V0030, V0032
-- Rollback: U0085__cut_documents_into_passages.sql

-- Codes with the form of one, listed or not: lists come later too.
alter table procurement.tender_documents add column found_cpv text[] not null default '{}';
create index tender_documents_file_path_idx on procurement.tender_documents (file_path);

-- How far the feed of changes has been cut, for each model of vectors.
create table procurement.passage_progress (
  model text not null,
  position bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint passage_progress_pkey primary key (model)
);
call platform.guard_global_table('procurement.passage_progress');

-- Documents whose text is new, whoever wrote it and under which of its two names.
create table procurement.passage_queue (
  doc_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint passage_queue_pkey primary key (doc_id),
  constraint passage_queue_doc_fk foreign key (doc_id)
    references procurement.tender_documents (doc_id) on delete cascade
);
call platform.guard_global_table('procurement.passage_queue');

create function procurement.queue_passages() returns trigger language plpgsql as $$
begin
  insert into procurement.passage_queue (doc_id) values (new.doc_id) on conflict do nothing;
  return null;
end $$;
create trigger tender_documents_new_text after insert on procurement.tender_documents
for each row when (new.content_text is not null) execute function procurement.queue_passages();
create trigger tender_documents_other_text after update of content_text on procurement.tender_documents
for each row when (new.content_text is distinct from old.content_text)
execute function procurement.queue_passages();
