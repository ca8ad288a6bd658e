-- Purpose: takes back V0014
-- Depends: V0014
-- Rollback: V0014__create_productpricing.sql
-- Destructive: approved
drop table catalog.productpricing;
drop table catalog.pricelist;
drop function catalog.keep_price();
drop function catalog.fill_price_unit();
