-- Purpose: takes back V0015
-- Depends: V0015
-- Rollback: V0015__create_taxrate.sql
-- Destructive: approved
drop table catalog.catalogsetting;
drop table catalog.fxrate;
drop table catalog.taxrate;
