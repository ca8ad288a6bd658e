-- Purpose: the keys that the rows of a running import had, so that a later row with one of them is known in any size
--   of file
-- Depends: V0000.10, V0001
-- Rollback: U0095__note_keys_of_imports.sql
create table catalog.importkey (
  tenant_id varchar(100) not null,
  job_id varchar(50) not null,
  -- SHA-256 of the key in upper case
  key bytea not null,
  line bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint importkey_pkey primary key (tenant_id, job_id, key),
  constraint importkey_job_fk foreign key (tenant_id, job_id)
    references platform.job (tenant_id, job_id) on delete cascade
);
call catalog.guard_tenant_table('catalog.importkey');
