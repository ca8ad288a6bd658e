-- Purpose: takes back V0055
-- Depends: V0055
-- Rollback: V0055__create_basepricedue.sql
-- Destructive: approved
drop table catalog.basepricedue;
