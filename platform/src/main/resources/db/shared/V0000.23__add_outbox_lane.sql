-- Purpose: a slow lane in the outbox, for events of bulk work, which all others pass
-- Depends: V0000.07
-- Rollback: U0000.23__add_outbox_lane.sql
-- Destructive: approved
alter table platform.outbox add column lane smallint not null default 0,
  add constraint outbox_lane_check check (lane in (0, 1));
drop index platform.outbox_unstamped;
drop index platform.outbox_unpublished;
create index outbox_unstamped on platform.outbox (lane, seq) where position is null;
create index outbox_unpublished on platform.outbox (lane, position) where published_at is null;
create index outbox_slow on platform.outbox (tenant_id, entity, entity_id, seq) where lane = 1 and published_at is null;
