-- Purpose: takes back V0080
-- Depends: V0080
-- Rollback: V0080__match_alerts.sql
-- Destructive: approved

drop index procurement.notification_deliveries_waiting_idx;
alter table procurement.notification_deliveries drop column frequency;
alter table procurement.notifications drop column in_app;
drop table procurement.alert_mark;
drop trigger note_edit on procurement.alerts;
drop function procurement.note_alert_edit();
drop table procurement.alert_edits;
drop trigger raise_rv on procurement.alerts;
create trigger raise_rv before update on procurement.alerts
  for each row execute function platform.raise_rv('high_water');
drop index procurement.alerts_behind_idx;
alter table procurement.alerts drop column catch_up_from;
