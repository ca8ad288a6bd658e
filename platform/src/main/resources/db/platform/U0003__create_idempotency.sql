-- Purpose: takes back V0003
-- Depends: V0003
-- Rollback: V0003__create_idempotency.sql
-- Destructive: approved
drop table platform.idempotency;
