-- Purpose: takes back V0017
-- Depends: V0017
-- Rollback: V0017__asset_data_status_required.sql
-- Destructive: approved
drop index if exists vehicle.assets_status_idx;
drop index if exists vehicle.assets_live_vin_unique;
alter table if exists vehicle.assets
  drop constraint if exists assets_data_status_ck,
  alter column data_status drop not null;
