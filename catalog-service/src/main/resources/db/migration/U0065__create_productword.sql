-- Purpose: takes back V0065
-- Depends: V0065
-- Rollback: V0065__create_productword.sql
-- Destructive: approved
drop trigger add_changed_words on catalog.product;
drop trigger add_words on catalog.product;
drop function catalog.add_words();
drop table catalog.productword;
