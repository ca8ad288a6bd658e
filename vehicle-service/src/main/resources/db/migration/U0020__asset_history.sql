-- Purpose: takes back V0020
-- Depends: V0020
-- Rollback: V0020__asset_history.sql
-- Destructive: approved
drop table if exists vehicle.asset_history;
