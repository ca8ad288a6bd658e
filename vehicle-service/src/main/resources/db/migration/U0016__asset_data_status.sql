-- Purpose: takes back V0016
-- Depends: V0016
-- Rollback: V0016__asset_data_status.sql
-- Destructive: approved
alter table if exists vehicle.assets drop column if exists data_status;
