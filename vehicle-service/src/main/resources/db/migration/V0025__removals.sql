-- Purpose: vehicles removed for privacy, known or barred in advance
-- Depends: V0004
-- Rollback: U0025__removals.sql

create table if not exists vehicle.removals (
  vin text not null,
  reason text not null,
  requested_by text,
  removed_by uuid,
  removed_at timestamptz not null default now(),
  restored_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint removals_pkey primary key (vin),
  constraint removals_vin_format_ck check (vin ~ '^[A-HJ-NPR-Z0-9]{11,17}$')
);
call vehicle.guard_global_table('vehicle.removals');
call vehicle.add_version('vehicle.removals');
