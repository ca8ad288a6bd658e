-- Purpose: takes back V0008
-- Depends: V0008
-- Rollback: V0008__create_api_keys.sql
-- Destructive: approved
drop table procurement.api_keys;
