-- Purpose: every release as it came; rows are only added, and placed
-- Depends: V0021, V0022
-- Rollback: U0023__create_ocds_releases.sql

create table procurement.ocds_releases (
  release_key bigint not null generated always as identity,
  source_id text not null,
  ocid text not null,
  release_id text not null,
  id_generated boolean not null default false,
  date timestamptz not null,
  date_text text not null,
  tags text[] not null,
  -- NB: json, not jsonb, which refuses NUL and lone surrogates and drops the first of two equal keys
  raw json not null,
  normalized jsonb,
  content_hash bytea not null,
  buyer_keys text[] not null,
  process_id uuid,
  valid boolean not null,
  issue_count int not null,
  job_id varchar(50) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_releases_pkey primary key (release_key),
  constraint ocds_releases_content_unique unique (ocid, release_id, content_hash),
  constraint ocds_releases_source_fk foreign key (source_id)
    references procurement.ocds_sources (source_id) on delete restrict,
  constraint ocds_releases_process_fk foreign key (process_id)
    references procurement.ocds_processes (process_id) on delete set null
);
create index ocds_releases_date_idx on procurement.ocds_releases (ocid, date);
create index ocds_releases_source_idx on procurement.ocds_releases (source_id);
create index ocds_releases_process_idx on procurement.ocds_releases (process_id);
call platform.guard_global_table('procurement.ocds_releases');
