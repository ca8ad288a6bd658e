-- Purpose: takes back V0002
-- Depends: V0002
-- Rollback: V0002__create_units_and_currencies.sql
-- Destructive: approved
drop table catalog.currency;
drop table catalog.unitofmeasure;
