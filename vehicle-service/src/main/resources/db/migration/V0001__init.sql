-- Purpose: tables vehicles, lots, sale_events, images
-- Depends: V0000.01
-- Rollback: U0001__init.sql
-- Origin: 2025-09-21 00:02
create schema if not exists vehicle;
grant usage on schema vehicle to vehicle_app, vehicle_system, vehicle_search;

-- Global rows are read by every role and written by vehicle_system alone: by imports, and by what a data admin changes.
create procedure vehicle.guard_global_table(target regclass, append_only boolean default false)
language plpgsql as $$
declare
  rights text := case when append_only then 'select, insert' else 'select, insert, update, delete' end;
  sequence regclass;
begin
  execute format('grant select on %s to vehicle_app', target);
  execute format('grant %s on %s to vehicle_system', rights, target);
  for sequence in
    select s.oid from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
    where d.classid = 'pg_class'::regclass and d.refobjid = target and d.deptype = 'a'
  loop
    execute format('grant usage on sequence %s to vehicle_system', sequence);
  end loop;
  execute format('create trigger touch_updated_at before update on %s
      for each row execute function platform.touch_updated_at()', target);
end $$;

create table if not exists vehicle.vehicles (
  vin text not null,
  make text,
  model text,
  year int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists vehicle.lots (
  id bigserial,
  vin text,
  status text not null,
  auction_datetime_utc timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists vehicle.sale_events (
  id bigserial,
  vin text,
  lot_id bigint,
  sale_date timestamptz,
  final_bid numeric(14, 2),
  currency_code char(3),
  final_bid_usd numeric(14, 2) generated always as (case when currency_code = 'USD' then final_bid end) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists vehicle.images (
  id bigserial,
  vin text,
  lot_id bigint,
  storage_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call vehicle.guard_global_table('vehicle.vehicles');
call vehicle.guard_global_table('vehicle.lots');
call vehicle.guard_global_table('vehicle.sale_events');
call vehicle.guard_global_table('vehicle.images');
