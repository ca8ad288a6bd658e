-- Purpose: takes back V0005
-- Depends: V0005
-- Rollback: V0005__create_inbox.sql
-- Destructive: approved
drop table platform.inbox;
