-- Purpose: takes back V0066
-- Depends: V0066
-- Rollback: V0066__create_audit_anchors.sql
-- Destructive: approved
drop index procurement.audit_chain_created;
drop table procurement.audit_anchors;
