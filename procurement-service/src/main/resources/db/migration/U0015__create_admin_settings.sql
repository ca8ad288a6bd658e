-- Purpose: takes back V0015
-- Depends: V0015
-- Rollback: V0015__create_admin_settings.sql
-- Destructive: approved
drop table procurement.admin_settings;
