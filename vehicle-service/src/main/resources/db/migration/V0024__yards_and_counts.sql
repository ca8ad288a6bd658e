-- Purpose: time zones of single yards, and the counts behind makes and models
-- Depends: V0022
-- Rollback: U0024__yards_and_counts.sql

create table if not exists vehicle.yards (
  yard_number text not null,
  name text,
  zone_id text,
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint yards_pkey primary key (yard_number)
);
call vehicle.guard_global_table('vehicle.yards');

create table if not exists vehicle.make_model_counts (
  make text,
  model_group text,
  year int,
  lots bigint not null default 0,
  listed bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index if not exists make_model_counts_unique
  on vehicle.make_model_counts (coalesce(make, ''), coalesce(model_group, ''), coalesce(year, 0));
call vehicle.guard_global_table('vehicle.make_model_counts');
