-- Purpose: takes back V0000.03
-- Depends: V0000.03
-- Rollback: V0000.03__create_idempotency.sql
-- Destructive: approved
drop table platform.idempotency;
