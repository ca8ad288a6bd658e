-- Purpose: takes back V0031
-- Depends: V0031
-- Rollback: V0031__fill_currencies.sql
delete from catalog.currency;
