-- Purpose: the lots that a snapshot did not name although its gate was closed, for a gate that is opened later
-- Depends: V0028
-- Rollback: U0085__gate_absences.sql

-- One row a file, because a truncated file leaves out a hundred thousand lots.
create table if not exists audit.gate_absences (
  file_id uuid not null,
  lot_ids bigint[] not null,
  -- lots with a greater number came later, from older files, so this one did not name them either
  last_lot_id bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint gate_absences_pkey primary key (file_id),
  constraint gate_absences_file_fk foreign key (file_id) references raw.csv_files (file_id)
);
call vehicle.guard_global_table('audit.gate_absences');
