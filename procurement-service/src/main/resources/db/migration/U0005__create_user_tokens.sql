-- Purpose: takes back V0005
-- Depends: V0005
-- Rollback: V0005__create_user_tokens.sql
-- Destructive: approved
drop table procurement.user_tokens;
