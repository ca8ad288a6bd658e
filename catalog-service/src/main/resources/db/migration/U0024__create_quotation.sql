-- Purpose: takes back V0024
-- Depends: V0024
-- Rollback: V0024__create_quotation.sql
-- Destructive: approved
drop table catalog.documentcounter;
drop table catalog.quotationitem;
drop table catalog.quotation;
