-- Purpose: takes back V0008
-- Depends: V0008
-- Rollback: V0008__etl_schemas.sql
-- Destructive: approved
drop schema if exists audit cascade;
drop schema if exists staging cascade;
drop schema if exists raw cascade;
