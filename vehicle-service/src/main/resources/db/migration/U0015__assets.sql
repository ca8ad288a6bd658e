-- Purpose: takes back V0015
-- Depends: V0015
-- Rollback: V0015__assets.sql
-- Destructive: approved
drop table if exists vehicle.assets;
