-- Purpose: takes back V0029
-- Depends: V0029
-- Rollback: V0029__upsert_conflicts.sql
-- Destructive: approved
drop table if exists audit.upsert_conflicts;
