-- Purpose: takes back V0004
-- Depends: V0004
-- Rollback: V0004__create_etim.sql
-- Destructive: approved
drop table catalog.etimsynonym;
drop table catalog.etimclassfeaturevalue;
drop table catalog.etimclassfeature;
drop table catalog.etimclass;
drop table catalog.etimunit;
drop table catalog.etimvalue;
drop table catalog.etimfeature;
drop table catalog.etimgroup;
