-- Purpose: rollback of V0150: versions of alert rules, deletion that keeps their alerts, longer measures
-- Depends: V0150
-- Rollback: V0150__add_rule_version.sql
-- Destructive: approved

drop index ix_alert_rules_live;
drop index alert_rules_scope_unique;
alter table alert_rules drop column deleted_at;
alter table alert_rules drop column version;
alter table alert_rules alter column measure type varchar(40);
