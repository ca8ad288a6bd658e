-- Purpose: takes back V0029
-- Depends: V0029
-- Rollback: V0029__create_tender_entity_link.sql
-- Destructive: approved

drop table procurement.tender_entity_link;
