-- Purpose: takes back V0062
-- Depends: V0062
-- Rollback: V0062__find_parked_billing_events.sql
-- Destructive: approved
drop index procurement.billing_events_waiting;
drop index procurement.billing_events_age;
