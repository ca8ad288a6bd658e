-- Purpose: records that contradict the stored lot, or another record of their file
-- Depends: V0008
-- Rollback: U0029__upsert_conflicts.sql

create table if not exists audit.upsert_conflicts (
  id bigserial,
  lot_id bigint,
  file_id uuid,
  row_no int,
  kind text not null,
  existing jsonb,
  -- the fields that differ
  incoming jsonb,
  state text not null default 'open',
  resolved_by text,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint upsert_conflicts_pkey primary key (id),
  constraint upsert_conflicts_kind_ck check (kind in ('same_time_other_content', 'two_rows_in_file')),
  constraint upsert_conflicts_state_ck check (state in ('open', 'applied', 'dismissed'))
);
create index if not exists upsert_conflicts_state_idx on audit.upsert_conflicts (state, id);
call vehicle.guard_global_table('audit.upsert_conflicts');
call vehicle.add_version('audit.upsert_conflicts');
