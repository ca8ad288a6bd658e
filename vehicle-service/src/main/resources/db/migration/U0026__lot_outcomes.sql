-- Purpose: takes back V0026
-- Depends: V0026
-- Rollback: V0026__lot_outcomes.sql
-- Destructive: approved
drop table if exists vehicle.lot_outcomes;
