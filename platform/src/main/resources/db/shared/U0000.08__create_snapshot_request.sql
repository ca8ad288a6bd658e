-- Purpose: takes back V0000.08
-- Depends: V0000.08
-- Rollback: V0000.08__create_snapshot_request.sql
-- Destructive: approved
drop table platform.snapshot_request;
