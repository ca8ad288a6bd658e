-- Purpose: snapshots are a job like any other, so their own queue goes
-- Depends: V0000.08
-- Rollback: U0000.21__drop_snapshot_request.sql
-- Destructive: approved
drop table platform.snapshot_request;
