-- Purpose: takes back V0091
-- Depends: V0091
-- Rollback: V0091__note_alerts_that_are_over.sql
-- Destructive: approved
drop table catalog.alertover;
