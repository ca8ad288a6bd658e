-- Purpose: takes back V0027
-- Depends: V0027
-- Rollback: V0027__create_tendersubscription.sql
-- Destructive: approved
drop table catalog.importmapping;
drop table catalog.tendersubscription;
