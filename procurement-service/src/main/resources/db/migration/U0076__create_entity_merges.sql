-- Purpose: takes back V0076
-- Depends: V0076
-- Rollback: V0076__create_entity_merges.sql
-- Destructive: approved

drop table procurement.entity_merge_moves;
