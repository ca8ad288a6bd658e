-- Purpose: takes back V0027
-- Depends: V0027
-- Rollback: V0027__create_tenders.sql
-- Destructive: approved

drop table procurement.tenders;
