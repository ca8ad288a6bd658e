-- Purpose: the keys that the rows of a running import had, so that a later row with one of them is known in any size
--   of file
-- Depends: V0001
-- Rollback: U0095__note_keys_of_imports.sql
create table catalog.importkey (
  tenant_id text not null,
  job_id varchar(64) collate "C" not null,
  key text collate "C" not null,
  line bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint importkey_pkey primary key (tenant_id, job_id, key)
);
call catalog.guard_tenant_table('catalog.importkey');
