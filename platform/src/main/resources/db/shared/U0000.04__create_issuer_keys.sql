-- Purpose: takes back V0000.04
-- Depends: V0000.04
-- Rollback: V0000.04__create_issuer_keys.sql
-- Destructive: approved
drop table platform.issuer_keys;
