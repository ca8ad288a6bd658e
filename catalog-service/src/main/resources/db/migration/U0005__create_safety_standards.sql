-- Purpose: takes back V0005
-- Depends: V0005
-- Rollback: V0005__create_safety_standards.sql
-- Destructive: approved
drop table catalog.ansiequipmentspecification;
drop table catalog.ansistandard;
drop table catalog.oshastandard;
drop table catalog.ppetype;
drop table catalog.hazard;
