-- Purpose: takes back V0009
-- Depends: V0009
-- Rollback: V0009__create_supplier.sql
-- Destructive: approved
drop table catalog.supplier;
