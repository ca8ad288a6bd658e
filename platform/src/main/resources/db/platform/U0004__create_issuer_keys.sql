-- Purpose: takes back V0004
-- Depends: V0004
-- Rollback: V0004__create_issuer_keys.sql
-- Destructive: approved
drop table platform.issuer_keys;
