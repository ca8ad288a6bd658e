-- Purpose: the codes of the UNSPSC and their titles in other languages
-- Depends: V0002
-- Rollback: U0003__create_unspsc.sql
create table catalog.unspsccode (
  id bigint not null default nextval('catalog.ids'),
  code char(8) collate "C" not null,
  segment char(2) collate "C" not null generated always as (substr(code, 1, 2)) stored,
  family char(2) collate "C" not null generated always as (substr(code, 3, 2)) stored,
  class_ char(2) collate "C" not null generated always as (substr(code, 5, 2)) stored,
  commodity char(2) collate "C" not null generated always as (substr(code, 7, 2)) stored,
  title varchar(300) not null,
  definition varchar(20000),
  level smallint not null generated always as (
    case when code like '%000000' then 1 when code like '%0000' then 2 when code like '%00' then 3 else 4 end) stored,
  -- the code with its last pair that is not 00 set to 00; null for a segment
  parent_code char(8) collate "C",
  release varchar(64),
  source varchar(64) not null,
  state varchar(64) not null default 'active',
  successor_code char(8),
  -- words of the title, folded by the service
  folded_title text not null default '',
  title_tsv tsvector not null generated always as (to_tsvector('simple', folded_title)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint unspsccode_pkey primary key (id),
  constraint unspsccode_code_unique unique (code),
  constraint unspsccode_parent_fk foreign key (parent_code) references catalog.unspsccode (code) on delete restrict,
  constraint unspsccode_code_check check (code ~ '^[0-9]{8}$'),
  constraint unspsccode_parent_check check (parent_code is not distinct from (case
    when code like '%000000' then null when code like '%0000' then substr(code, 1, 2) || '000000'
    when code like '%00' then substr(code, 1, 4) || '0000' else substr(code, 1, 6) || '00' end)),
  constraint unspsccode_state_check check (state in ('active', 'provisional', 'deleted')),
  constraint unspsccode_successor_check check (successor_code ~ '^[0-9]{8}$')
);
create index unspsccode_level_idx on catalog.unspsccode (level);
create index unspsccode_segment_idx on catalog.unspsccode (segment);
create index unspsccode_family_idx on catalog.unspsccode (family);
create index unspsccode_parent_idx on catalog.unspsccode (parent_code);
create index unspsccode_title_idx on catalog.unspsccode using gin (title_tsv);
call catalog.guard_global_table('catalog.unspsccode');

create table catalog.unspsctitle (
  id bigint not null default nextval('catalog.ids'),
  code char(8) collate "C" not null,
  language varchar(8) not null,
  title varchar(300) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint unspsctitle_pkey primary key (id),
  constraint unspsctitle_language_unique unique (code, language),
  constraint unspsctitle_code_fk foreign key (code) references catalog.unspsccode (code) on delete cascade
);
call catalog.guard_global_table('catalog.unspsctitle');
