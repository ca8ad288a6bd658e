-- Purpose: takes back V0025
-- Depends: V0025
-- Rollback: V0025__create_entity_categories.sql
-- Destructive: approved

drop table procurement.entity_categories;
drop function procurement.refuse_category_cycle();
