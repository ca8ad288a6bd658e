-- Purpose: takes back V0026
-- Depends: V0026
-- Rollback: V0026__create_entities.sql
-- Destructive: approved

drop table procurement.entity_identifiers;
drop table procurement.entities;
