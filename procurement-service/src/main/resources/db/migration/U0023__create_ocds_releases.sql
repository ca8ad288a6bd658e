-- Purpose: takes back V0023
-- Depends: V0023
-- Rollback: V0023__create_ocds_releases.sql
-- Destructive: approved

drop table procurement.ocds_releases;
