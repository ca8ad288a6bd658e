-- Purpose: documents of tenants, their contents apart
-- Depends: V0012
-- Rollback: U0013__system_documents.sql

create schema if not exists system;
grant usage on schema system to vehicle_app, vehicle_system;

create table if not exists system.documents (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  file_name text,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint documents_pkey primary key (id),
  constraint documents_kind_ck check (kind in ('proof_of_ownership', 'registration', 'invoice', 'photo', 'other')),
  constraint documents_size_bytes_ck check (size_bytes > 0),
  constraint documents_sha256_ck check (octet_length(sha256) = 32)
);
create index if not exists documents_list_idx on system.documents (tenant_id, created_at, id);
call platform.guard_tenant_table('system.documents');
call vehicle.add_version('system.documents');

create table if not exists system.document_contents (
  tenant_id text not null,
  document_id uuid not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint document_contents_pkey primary key (document_id),
  constraint document_contents_document_fk foreign key (document_id) references system.documents (id) on delete cascade
);
call platform.guard_tenant_table('system.document_contents');
