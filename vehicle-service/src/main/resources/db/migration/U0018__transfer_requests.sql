-- Purpose: takes back V0018
-- Depends: V0018
-- Rollback: V0018__transfer_requests.sql
-- Destructive: approved
drop function if exists vehicle.tenant_of_organization(uuid);
drop policy if exists search_access on identity.organizations;
revoke select on identity.organizations from vehicle_search;
drop table if exists vehicle.vehicle_transfer_requests;
