-- Purpose: takes back V0000.02
-- Depends: V0000.02
-- Rollback: V0000.02__create_outbox.sql
-- Destructive: approved
drop table platform.outbox_position;
drop table platform.outbox;
