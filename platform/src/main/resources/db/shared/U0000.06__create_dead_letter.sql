-- Purpose: takes back V0000.06
-- Depends: V0000.06
-- Rollback: V0000.06__create_dead_letter.sql
-- Destructive: approved
drop table platform.dead_letter;
