-- Purpose: takes back V0050
-- Depends: V0050
-- Rollback: V0050__asset_of_transfer.sql
-- Destructive: approved
drop function if exists vehicle.asset_of_transfer(uuid);
drop policy if exists search_access on vehicle.vehicle_transfer_requests;
drop policy if exists search_access on vehicle.odometer_readings;
drop policy if exists search_access on vehicle.assets;
revoke select on vehicle.assets, vehicle.odometer_readings, vehicle.vehicle_transfer_requests from vehicle_search;
