-- Purpose: rollback of V0116: the parts used in a maintenance record; rows are only added
-- Depends: V0116
-- Rollback: V0116__create_maintenance_part.sql
-- Destructive: approved

drop table maintenance_parts;
