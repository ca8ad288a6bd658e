-- Purpose: takes back V0090
-- Depends: V0090
-- Rollback: V0090__note_unchained_activity.sql
-- Destructive: approved
comment on column catalog.activitychain.prev_hash is null;
drop trigger note_unchained_activity on catalog.activitylog;
drop function catalog.note_unchained_activity();
drop table catalog.activitypending;
