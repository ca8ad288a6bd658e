-- Purpose: takes back V0036
-- Depends: V0036
-- Rollback: V0036__create_alerts.sql
-- Destructive: approved

drop table procurement.alert_versions;
drop table procurement.alerts;
