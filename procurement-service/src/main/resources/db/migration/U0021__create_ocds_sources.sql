-- Purpose: takes back V0021
-- Depends: V0021
-- Rollback: V0021__create_ocds_sources.sql
-- Destructive: approved

drop table procurement.ocds_sources;
