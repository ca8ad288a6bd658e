-- Purpose: takes back V0006
-- Depends: V0006
-- Rollback: V0006__create_login_attempts.sql
-- Destructive: approved
drop table procurement.login_attempts;
