-- Purpose: takes back V0000.07
-- Depends: V0000.07
-- Rollback: V0000.07__add_outbox_replays.sql
-- Destructive: approved
drop index platform.outbox_created;
alter table platform.outbox drop column replays;
