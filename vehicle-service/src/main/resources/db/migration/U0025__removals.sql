-- Purpose: takes back V0025
-- Depends: V0025
-- Rollback: V0025__removals.sql
-- Destructive: approved
drop table if exists vehicle.removals;
