-- Purpose: takes back V0037
-- Depends: V0037
-- Rollback: V0037__create_alert_matches.sql
-- Destructive: approved

drop table procurement.alert_matches;
