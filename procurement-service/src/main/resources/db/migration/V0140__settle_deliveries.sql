-- Purpose: the state of a delivery follows what came of its mail, or of the webhook that it was for
-- Depends: V0080, V0081, V0051
-- Rollback: U0140__settle_deliveries.sql

-- The mail that tells it, once it was handed over: what comes of that mail ends the delivery.
alter table procurement.notification_deliveries add column mail_id text;
create index notification_deliveries_mail_idx on procurement.notification_deliveries (mail_id)
  where mail_id is not null and state in ('pending', 'in_digest');
create index mail_outbox_message_idx on procurement.mail_outbox (message_id);

-- What has no way left and is yet to be told of.
create index notification_deliveries_failed_idx on procurement.notification_deliveries (tenant_id)
  where state = 'failed';

-- Webhooks are given events in the order of all tenants.
create index outbox_position_idx on platform.outbox (position) where position is not null;
