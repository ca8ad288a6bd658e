-- Purpose: takes back V0140
-- Depends: V0140
-- Rollback: V0140__settle_deliveries.sql
-- Destructive: approved

drop index platform.outbox_position_idx;
drop index procurement.notification_deliveries_failed_idx;
drop index procurement.mail_outbox_message_idx;
drop index procurement.notification_deliveries_mail_idx;
alter table procurement.notification_deliveries drop column mail_id;
