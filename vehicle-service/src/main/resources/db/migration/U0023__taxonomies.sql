-- Purpose: takes back V0023
-- Depends: V0023
-- Rollback: V0023__taxonomies.sql
-- Destructive: approved
drop table if exists audit.unknown_values;
drop table if exists vehicle.taxonomy_alias;
drop table if exists vehicle.taxonomy;
