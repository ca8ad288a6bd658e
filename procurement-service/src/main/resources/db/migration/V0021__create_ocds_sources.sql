-- Purpose: the publishers whose releases are loaded, and the source of what is written through the API
-- Depends: V0001, V0000.26
-- Rollback: U0021__create_ocds_sources.sql

create table procurement.ocds_sources (
  source_id text not null,
  name text not null,
  publisher jsonb not null,
  licence text,
  timezone text not null default 'UTC',
  default_currency char(3),
  country char(2),
  language text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_sources_pkey primary key (source_id),
  constraint ocds_sources_id_check check (source_id ~ '^[a-z0-9][a-z0-9_-]{0,99}$')
);
call platform.guard_global_table('procurement.ocds_sources');
call platform.add_row_version('procurement.ocds_sources');

insert into procurement.ocds_sources (source_id, name, publisher)
values ('manual', 'Written through the API', '{"name": "Quartermaster"}');
