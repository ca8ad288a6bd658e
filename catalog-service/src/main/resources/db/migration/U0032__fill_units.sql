-- Purpose: takes back V0032
-- Depends: V0032
-- Rollback: V0032__fill_units.sql
delete from catalog.unitofmeasure;
