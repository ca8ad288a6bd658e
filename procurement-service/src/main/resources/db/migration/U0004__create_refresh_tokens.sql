-- Purpose: takes back V0004
-- Depends: V0004
-- Rollback: V0004__create_refresh_tokens.sql
-- Destructive: approved
drop table procurement.refresh_tokens;
