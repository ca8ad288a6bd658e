-- Purpose: takes back V0006
-- Depends: V0006
-- Rollback: V0006__create_dead_letter.sql
-- Destructive: approved
drop table platform.dead_letter;
