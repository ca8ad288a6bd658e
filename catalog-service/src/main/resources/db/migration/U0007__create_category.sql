-- Purpose: takes back V0007
-- Depends: V0007
-- Rollback: V0007__create_category.sql
-- Destructive: approved
drop table catalog.category;
drop function catalog.move_subcategories();
drop function catalog.place_category();
