-- Purpose: takes back V0010
-- Depends: V0010
-- Rollback: V0010__create_subscription_usage.sql
-- Destructive: approved
drop table procurement.subscription_usage;
