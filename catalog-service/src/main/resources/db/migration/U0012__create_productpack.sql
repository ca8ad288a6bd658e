-- Purpose: takes back V0012
-- Depends: V0012
-- Rollback: V0012__create_productpack.sql
-- Destructive: approved
drop table catalog.productpack;
