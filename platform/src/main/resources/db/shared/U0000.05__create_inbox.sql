-- Purpose: takes back V0000.05
-- Depends: V0000.05
-- Rollback: V0000.05__create_inbox.sql
-- Destructive: approved
drop table platform.inbox;
