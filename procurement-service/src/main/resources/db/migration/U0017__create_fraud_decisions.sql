-- Purpose: takes back V0017
-- Depends: V0017
-- Rollback: V0017__create_fraud_decisions.sql
-- Destructive: approved
drop table procurement.fraud_detection;
drop table procurement.fraud_events;
