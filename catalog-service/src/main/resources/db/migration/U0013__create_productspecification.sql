-- Purpose: takes back V0013
-- Depends: V0013
-- Rollback: V0013__create_productspecification.sql
-- Destructive: approved
drop table catalog.productcertification;
drop table catalog.productspecification;
drop table catalog.productfieldsource;
