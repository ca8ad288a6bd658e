-- Purpose: takes back V0012
-- Depends: V0012
-- Rollback: V0012__create_billing_events.sql
-- Destructive: approved
drop table procurement.billing_events;
