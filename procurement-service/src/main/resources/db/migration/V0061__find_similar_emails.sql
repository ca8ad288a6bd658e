-- Purpose: keys by which similar addresses are found without reading those of all users
-- Depends: V0017
-- Rollback: U0061__find_similar_emails.sql
-- HMACs of what similar addresses have in common; cases and decisions are read over all tenants, the newest first.
alter table procurement.fraud_detection add column email_keys text[] not null default '{}';
create index fraud_detection_email_keys on procurement.fraud_detection using gin (email_keys);
create index fraud_detection_age on procurement.fraud_detection (created_at);
create index fraud_events_age on procurement.fraud_events (created_at, event_id);
