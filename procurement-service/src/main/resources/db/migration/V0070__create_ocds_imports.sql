-- Purpose: the imports of OCDS files, warnings of processes, and the groups of an ocid that a data admin joined
-- Depends: V0021, V0022
-- Rollback: U0070__create_ocds_imports.sql
-- Destructive: approved

create table procurement.ocds_imports (
  job_id varchar(50) not null,
  source_id text not null,
  mode text not null,
  events text not null,
  charset text not null,
  sha256 text not null,
  bytes bigint not null,
  -- whether the archive that it came in broke off
  damaged boolean not null,
  state text not null default 'queued',
  result jsonb,
  error_code text,
  -- when a replica that has the file was last alive
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_imports_pkey primary key (job_id),
  constraint ocds_imports_source_fk foreign key (source_id)
    references procurement.ocds_sources (source_id) on delete restrict,
  constraint ocds_imports_mode_check check (mode in ('lenient', 'strict')),
  constraint ocds_imports_events_check check (events in ('each', 'none')),
  constraint ocds_imports_state_check check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
create index ocds_imports_source_idx on procurement.ocds_imports (source_id);
create index ocds_imports_file_idx on procurement.ocds_imports (sha256) where state in ('queued', 'running');
call platform.guard_global_table('procurement.ocds_imports');

-- a list of code, pointer and message
alter table procurement.ocds_processes add column warnings jsonb not null default '[]';

-- Changes that an import was told not to tell of: the feed has them, alerts pass them over.
alter table procurement.tender_changes add column silent boolean not null default false;

-- Buyers under one ocid that are one for all that; from now on, whatever is loaded later.
create table procurement.ocds_joins (
  ocid text not null,
  buyer_key text not null,
  joined_key text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_joins_pkey primary key (ocid, buyer_key, joined_key)
);
call platform.guard_global_table('procurement.ocds_joins');

-- NB: the shared trigger compares whole rows, and values of type json have no equality.
create function procurement.touch_release() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;
drop trigger touch_updated_at on procurement.ocds_releases;
create trigger touch_updated_at before update on procurement.ocds_releases
  for each row execute function procurement.touch_release();
