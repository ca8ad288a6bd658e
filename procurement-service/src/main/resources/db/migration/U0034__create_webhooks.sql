-- Purpose: takes back V0034
-- Depends: V0034
-- Rollback: V0034__create_webhooks.sql
-- Destructive: approved

drop table procurement.webhook_attempts;
drop table procurement.webhook_endpoints;
