-- Purpose: the list of makers and countries of VINs that somebody loaded beside the service's own short one
-- Depends: V0001
-- Rollback: U0090__makers.sql

create table if not exists vehicle.makers (
  code text not null,
  maker text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint makers_pkey primary key (code),
  constraint makers_code_ck check (code ~ '^[A-HJ-NPR-Z0-9]{2,3}([A-HJ-NPR-Z0-9]{3})?$')
);
call vehicle.guard_global_table('vehicle.makers');

-- One row for each first two characters; country is an ISO 3166-1 code.
create table if not exists vehicle.maker_countries (
  code text not null,
  country text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint maker_countries_pkey primary key (code),
  constraint maker_countries_code_ck check (code ~ '^[A-HJ-NPR-Z0-9]{2}$'),
  constraint maker_countries_country_ck check (country ~ '^[A-Z]{2}$')
);
call vehicle.guard_global_table('vehicle.maker_countries');
