-- Purpose: vin_normalized generated, check, unique index
-- Depends: V0004
-- Rollback: U0006__vin_normalized_ck_uidx.sql
-- Origin: 2025-09-23 06:23
alter table vehicle.vehicles
  add column if not exists vin_normalized text generated always as (upper(vin)) stored,
  add constraint vehicles_vin_normalized_format_ck check (vin_normalized ~ '^[A-HJ-NPR-Z0-9]{11,17}$');
create unique index if not exists vehicles_vin_normalized_uidx on vehicle.vehicles (vin_normalized);
