-- Purpose: takes back V0022
-- Depends: V0022
-- Rollback: V0022__create_productinventory.sql
-- Destructive: approved
drop table catalog.stockmovement;
drop table catalog.productinventory;
