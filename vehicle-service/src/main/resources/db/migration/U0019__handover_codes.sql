-- Purpose: takes back V0019
-- Depends: V0019
-- Rollback: V0019__handover_codes.sql
-- Destructive: approved
drop table if exists vehicle.handover_codes;
