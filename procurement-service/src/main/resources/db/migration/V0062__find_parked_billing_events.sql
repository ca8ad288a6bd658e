-- Purpose: finds what waits for its customer, and the events of a subscription in their order
-- Depends: V0012
-- Rollback: U0062__find_parked_billing_events.sql
create index billing_events_age on procurement.billing_events (created_at, event_id);
create index billing_events_waiting on procurement.billing_events ((metadata ->> 'customer'))
  where status in ('parked', 'failed');
