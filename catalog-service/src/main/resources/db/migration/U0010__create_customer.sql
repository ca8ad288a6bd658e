-- Purpose: takes back V0010
-- Depends: V0010
-- Rollback: V0010__create_customer.sql
-- Destructive: approved
drop table catalog.customeraddress;
drop table catalog.customer;
drop table catalog.customergroup;
