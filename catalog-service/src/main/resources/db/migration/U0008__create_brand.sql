-- Purpose: takes back V0008
-- Depends: V0008
-- Rollback: V0008__create_brand.sql
-- Destructive: approved
drop table catalog.brand;
