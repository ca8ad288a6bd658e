-- Purpose: takes back V0006
-- Depends: V0006
-- Rollback: V0006__vin_normalized_ck_uidx.sql
-- Destructive: approved
drop index if exists vehicle.vehicles_vin_normalized_uidx;
alter table if exists vehicle.vehicles
  drop constraint if exists vehicles_vin_normalized_format_ck,
  drop column if exists vin_normalized;
