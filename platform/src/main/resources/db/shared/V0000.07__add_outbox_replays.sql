-- Purpose: how often a published event was asked for again, so that the stream takes it once more
-- Depends: V0000.02
-- Rollback: U0000.07__add_outbox_replays.sql
alter table platform.outbox add column replays int not null default 0;
create index outbox_created on platform.outbox (created_at);
