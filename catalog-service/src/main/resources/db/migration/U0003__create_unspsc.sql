-- Purpose: takes back V0003
-- Depends: V0003
-- Rollback: V0003__create_unspsc.sql
-- Destructive: approved
drop table catalog.unspsctitle;
drop table catalog.unspsccode;
