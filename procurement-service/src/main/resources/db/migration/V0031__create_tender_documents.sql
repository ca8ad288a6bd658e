-- Purpose: documents of tenders, what they hold, and their second name
-- Depends: V0027
-- Rollback: U0031__create_tender_documents.sql

create table procurement.tender_documents (
  doc_id uuid not null default gen_random_uuid(),
  tender_id varchar(100) not null,
  source_document_id text,
  doc_type varchar(100),
  file_name varchar(500),
  -- sha256: and the key of the blob
  file_path text,
  file_url text,
  content_text text,
  extraction_status text not null default 'pending',
  extraction_error text,
  file_size_bytes bigint,
  page_count int,
  mime_type varchar(100),
  language text,
  published_at timestamptz,
  uploaded_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_documents_pkey primary key (doc_id),
  constraint tender_documents_source_unique unique (tender_id, source_document_id),
  constraint tender_documents_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint tender_documents_status_check check (extraction_status in ('pending', 'success', 'failed', 'ocr_required',
    'unsupported', 'download_failed', 'download_corrupted', 'download_timeout'))
);
create index tender_documents_status_idx on procurement.tender_documents (extraction_status);
call platform.guard_global_table('procurement.tender_documents');
call platform.add_row_version('procurement.tender_documents');

create view procurement.documents as
select doc_id, tender_id, doc_type, file_name, file_path, file_url, content_text, extraction_status, file_size_bytes,
  page_count, mime_type, uploaded_at
from procurement.tender_documents;
grant select on procurement.documents to procurement_app;
grant select, insert, update, delete on procurement.documents to procurement_system;
do $$ begin
  if current_setting('server_version_num')::int >= 150000 then
    alter view procurement.documents set (security_invoker = true);
  end if;
end $$;

-- One content once, in pieces that a reader can stream.
create table procurement.document_blobs (
  sha256 bytea not null,
  seq int not null,
  data bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint document_blobs_pkey primary key (sha256, seq),
  constraint document_blobs_sha256_check check (octet_length(sha256) = 32),
  constraint document_blobs_data_check check (octet_length(data) <= 1048576)
);
call platform.guard_global_table('procurement.document_blobs');
