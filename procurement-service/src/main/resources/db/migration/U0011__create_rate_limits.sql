-- Purpose: takes back V0011
-- Depends: V0011
-- Rollback: V0011__create_rate_limits.sql
-- Destructive: approved
drop table procurement.rate_limits;
