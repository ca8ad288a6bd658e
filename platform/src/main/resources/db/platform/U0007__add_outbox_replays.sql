-- Purpose: takes back V0007
-- Depends: V0007
-- Rollback: V0007__add_outbox_replays.sql
-- Destructive: approved
drop index platform.outbox_created;
alter table platform.outbox drop column replays;
