-- Purpose: rollback of V0151: since when the condition of an alert that a person resolved is gone
-- Depends: V0151
-- Rollback: V0151__add_alert_cleared_at.sql
-- Destructive: approved

drop index ix_alerts_latest;
alter table equipment_alerts drop column cleared_at;
