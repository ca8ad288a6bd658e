-- Purpose: takes back V0008
-- Depends: V0008
-- Rollback: V0008__create_snapshot_request.sql
-- Destructive: approved
drop table platform.snapshot_request;
