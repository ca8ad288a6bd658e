-- Purpose: takes back V0039
-- Depends: V0039
-- Rollback: V0039__create_notification_deliveries.sql
-- Destructive: approved

drop table procurement.notification_deliveries;
drop table procurement.digests;
