-- Purpose: every asset has a data status; its VIN is its own among the live ones
-- Depends: V0016
-- Rollback: U0017__asset_data_status_required.sql

update vehicle.assets set data_status = 'draft' where data_status is null;
alter table vehicle.assets
  alter column data_status set not null,
  add constraint assets_data_status_ck check (data_status in ('draft', 'verified', 'archived'));
create unique index if not exists assets_live_vin_unique on vehicle.assets (tenant_id, vin_normalized)
  where data_status <> 'archived';
create index if not exists assets_status_idx on vehicle.assets (tenant_id, data_status, updated_at, id);
