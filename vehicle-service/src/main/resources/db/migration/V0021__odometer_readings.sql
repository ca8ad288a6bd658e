-- Purpose: readings of an asset's odometer
-- Depends: V0015
-- Rollback: U0021__odometer_readings.sql

create table if not exists vehicle.odometer_readings (
  tenant_id text not null,
  id bigserial,
  asset_id uuid not null,
  reading numeric(10, 1) not null,
  unit text not null,
  read_at timestamptz not null,
  source text not null,
  source_ref text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint odometer_readings_pkey primary key (id),
  constraint odometer_readings_asset_fk foreign key (asset_id) references vehicle.assets (id),
  constraint odometer_readings_reading_ck check (reading >= 0),
  constraint odometer_readings_unit_ck check (unit in ('km', 'mi')),
  constraint odometer_readings_source_ck check (source in ('api', 'lot', 'market', 'transfer', 'system'))
);
create index if not exists odometer_readings_asset_idx on vehicle.odometer_readings (asset_id);
create index if not exists odometer_readings_series_idx on vehicle.odometer_readings (tenant_id, asset_id, read_at);
call platform.guard_tenant_table('vehicle.odometer_readings');
grant usage on sequence vehicle.odometer_readings_id_seq to vehicle_app, vehicle_system;
