-- Purpose: takes back V0000.13
-- Depends: V0000.13
-- Rollback: V0000.13__create_revocations.sql
-- Destructive: approved
drop table platform.revocations;
