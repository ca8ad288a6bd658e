-- Purpose: takes back V0041
-- Depends: V0041
-- Rollback: V0041__create_query_history.sql
-- Destructive: approved

drop table procurement.query_history;
