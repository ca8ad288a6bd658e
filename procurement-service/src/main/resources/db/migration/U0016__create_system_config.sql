-- Purpose: takes back V0016
-- Depends: V0016
-- Rollback: V0016__create_system_config.sql
-- Destructive: approved
drop table procurement.system_config;
