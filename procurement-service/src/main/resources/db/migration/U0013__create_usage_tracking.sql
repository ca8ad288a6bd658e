-- Purpose: takes back V0013
-- Depends: V0013
-- Rollback: V0013__create_usage_tracking.sql
-- Destructive: approved
drop table procurement.usage_tracking;
