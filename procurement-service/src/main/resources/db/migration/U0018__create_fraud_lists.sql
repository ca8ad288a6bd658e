-- Purpose: takes back V0018
-- Depends: V0018
-- Rollback: V0018__create_fraud_lists.sql
-- Destructive: approved
drop table procurement.ip_reputation;
drop table procurement.fraud_blocklist;
