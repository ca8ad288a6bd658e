-- Purpose: rollback of V0113: who did what with an alert; rows are only added
-- Depends: V0113
-- Rollback: V0113__create_alert_log.sql
-- Destructive: approved

drop table alert_log;
