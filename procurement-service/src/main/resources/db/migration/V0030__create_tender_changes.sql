-- Purpose: what changed in tenders, in the order of the feed
-- Depends: V0023, V0027
-- Rollback: U0030__create_tender_changes.sql

create table procurement.tender_changes (
  change_seq bigint not null generated always as identity,
  tender_id varchar(100) not null,
  material_version int not null,
  classes text[] not null,
  release_key bigint,
  -- a list of path, before and after
  changed jsonb not null,
  -- without gaps, stamped after the commit: change_seq is given before, and commits come in another order
  position bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_changes_pkey primary key (change_seq),
  constraint tender_changes_position_unique unique (position),
  constraint tender_changes_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint tender_changes_release_fk foreign key (release_key)
    references procurement.ocds_releases (release_key) on delete set null
);
create index tender_changes_version_idx on procurement.tender_changes (tender_id, material_version);
create index tender_changes_release_idx on procurement.tender_changes (release_key);
create index tender_changes_unplaced_idx on procurement.tender_changes (change_seq) where position is null;
call platform.guard_global_table('procurement.tender_changes');
