-- Purpose: takes back V0011
-- Depends: V0011
-- Rollback: V0011__row_versions.sql
-- Destructive: approved
drop trigger if exists raise_version on audit.vin_conflicts;
alter table if exists audit.vin_conflicts drop column if exists version;
drop trigger if exists raise_version on audit.etl_runs;
alter table if exists audit.etl_runs drop column if exists version;
drop trigger if exists raise_version on staging.copart_raw;
alter table if exists staging.copart_raw drop column if exists version;
drop trigger if exists raise_version on raw.csv_files;
alter table if exists raw.csv_files drop column if exists version;
drop trigger if exists raise_version on vehicle.images;
alter table if exists vehicle.images drop column if exists version;
drop trigger if exists raise_version on vehicle.sale_events;
alter table if exists vehicle.sale_events drop column if exists version;
drop trigger if exists raise_version on vehicle.lots;
alter table if exists vehicle.lots drop column if exists version;
drop trigger if exists raise_version on vehicle.vehicles;
alter table if exists vehicle.vehicles drop column if exists version;
drop procedure if exists vehicle.add_version(regclass);
drop function if exists vehicle.raise_version();
