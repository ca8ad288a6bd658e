-- Purpose: takes back V0025
-- Depends: V0025
-- Rollback: V0025__create_stockreservation.sql
-- Destructive: approved
drop table catalog.stockreservationline;
drop table catalog.stockreservation;
