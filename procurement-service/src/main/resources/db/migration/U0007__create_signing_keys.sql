-- Purpose: takes back V0007
-- Depends: V0007
-- Rollback: V0007__create_signing_keys.sql
-- Destructive: approved
drop table procurement.signing_keys;
