-- Purpose: units by UN/ECE Recommendation 20, and currencies by ISO 4217
-- Depends: V0001
-- Rollback: U0002__create_units_and_currencies.sql

-- A value in the base unit of its dimension is value x factor + shift.
create table catalog.unitofmeasure (
  code varchar(8) not null,
  symbol varchar(64) not null,
  dimension varchar(64) not null,
  factor numeric not null,
  shift numeric not null default 0,
  -- how finely goods are counted in it; null: as finely as a quantity can be
  decimals smallint,
  aliases jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint unitofmeasure_pkey primary key (code),
  constraint unitofmeasure_factor_check check (factor > 0),
  constraint unitofmeasure_decimals_check check (decimals between 0 and 6)
);
create index unitofmeasure_dimension_idx on catalog.unitofmeasure (dimension);
call catalog.guard_global_table('catalog.unitofmeasure');

create table catalog.currency (
  code char(3) not null,
  minor_units smallint not null,
  name varchar(300) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint currency_pkey primary key (code),
  constraint currency_code_check check (code ~ '^[A-Z]{3}$'),
  constraint currency_minor_units_check check (minor_units between 0 and 4)
);
call catalog.guard_global_table('catalog.currency');
