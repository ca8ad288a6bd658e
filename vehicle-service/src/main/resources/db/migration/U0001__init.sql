-- Purpose: takes back V0001
-- Depends: V0001
-- Rollback: V0001__init.sql
-- Destructive: approved
drop table if exists vehicle.images;
drop table if exists vehicle.sale_events;
drop table if exists vehicle.lots;
drop table if exists vehicle.vehicles;
drop procedure if exists vehicle.guard_global_table(regclass, boolean);
drop schema if exists vehicle;
