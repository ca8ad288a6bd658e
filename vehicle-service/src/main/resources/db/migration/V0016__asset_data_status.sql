-- Purpose: quality of an asset's data, empty for older rows
-- Depends: V0015
-- Rollback: U0016__asset_data_status.sql

alter table vehicle.assets add column if not exists data_status varchar(20) default 'draft';
