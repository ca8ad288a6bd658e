-- Purpose: takes back V0035
-- Depends: V0035
-- Rollback: V0035__create_saved_searches.sql
-- Destructive: approved

drop table procurement.saved_searches;
