-- Purpose: takes back V0028
-- Depends: V0028
-- Rollback: V0028__create_activitylog.sql
-- Destructive: approved
drop table catalog.activitychain;
drop table catalog.activitylog;
