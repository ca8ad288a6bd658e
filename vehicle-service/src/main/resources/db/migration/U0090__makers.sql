-- Purpose: takes back V0090
-- Depends: V0090
-- Rollback: V0090__makers.sql
-- Destructive: approved
drop table if exists vehicle.maker_countries;
drop table if exists vehicle.makers;
