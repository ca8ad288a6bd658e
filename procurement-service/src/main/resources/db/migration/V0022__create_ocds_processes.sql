-- Purpose: what the releases of one contracting process come to
-- Depends: V0001, V0000.26
-- Rollback: U0022__create_ocds_processes.sql

create table procurement.ocds_processes (
  process_id uuid not null default gen_random_uuid(),
  ocid text not null,
  -- empty but for the later groups of an ocid that several buyers use
  buyer_key text not null default '',
  tender_id varchar(100) not null,
  compiled jsonb not null,
  release_count int not null,
  first_date timestamptz not null,
  last_date timestamptz not null,
  welded boolean not null default false,
  compile_state text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_processes_pkey primary key (process_id),
  constraint ocds_processes_tender_unique unique (tender_id),
  constraint ocds_processes_ocid_unique unique (ocid, buyer_key),
  constraint ocds_processes_state_check check (compile_state in ('ok', 'conflict'))
);
call platform.guard_global_table('procurement.ocds_processes');
