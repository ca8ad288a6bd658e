-- Purpose: takes back V0000.23
-- Depends: V0000.23
-- Rollback: V0000.23__add_outbox_lane.sql
-- Destructive: approved
drop index platform.outbox_slow;
drop index platform.outbox_unpublished;
drop index platform.outbox_unstamped;
create index outbox_unpublished on platform.outbox (position) where published_at is null;
create index outbox_unstamped on platform.outbox (seq) where position is null;
alter table platform.outbox drop column lane;
