-- Purpose: rollback of V0110: rules that raise alerts from samples
-- Depends: V0110
-- Rollback: V0110__create_alert_rule.sql
-- Destructive: approved

drop table alert_rules;
