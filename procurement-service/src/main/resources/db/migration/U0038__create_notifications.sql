-- Purpose: takes back V0038
-- Depends: V0038
-- Rollback: V0038__create_notifications.sql
-- Destructive: approved

drop table procurement.notifications;
