-- Purpose: takes back V0011
-- Depends: V0011
-- Rollback: V0011__create_product.sql
-- Destructive: approved
drop table catalog.product;
