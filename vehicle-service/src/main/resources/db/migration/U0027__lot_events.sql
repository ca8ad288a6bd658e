-- Purpose: takes back V0027
-- Depends: V0027
-- Rollback: V0027__lot_events.sql
-- Destructive: approved
drop table if exists audit.lot_events;
