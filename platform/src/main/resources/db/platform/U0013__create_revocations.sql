-- Purpose: takes back V0013
-- Depends: V0013
-- Rollback: V0013__create_revocations.sql
-- Destructive: approved
drop table platform.revocations;
