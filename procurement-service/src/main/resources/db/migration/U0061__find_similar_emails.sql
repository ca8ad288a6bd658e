-- Purpose: takes back V0061
-- Depends: V0061
-- Rollback: V0061__find_similar_emails.sql
-- Destructive: approved
drop index procurement.fraud_events_age;
drop index procurement.fraud_detection_age;
alter table procurement.fraud_detection drop column email_keys;
