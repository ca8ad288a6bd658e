-- Purpose: takes back V0081
-- Depends: V0081
-- Rollback: V0081__queue_webhook_deliveries.sql
-- Destructive: approved

alter table procurement.webhook_attempts drop column response;
alter table procurement.webhook_attempts drop column event_type;
drop table procurement.webhook_mark;
drop table procurement.webhook_deliveries;
