-- Purpose: takes back V0021
-- Depends: V0021
-- Rollback: V0021__create_warehouse.sql
-- Destructive: approved
drop table catalog.warehouse;
