-- Purpose: takes back V0022
-- Depends: V0022
-- Rollback: V0022__create_ocds_processes.sql
-- Destructive: approved

drop table procurement.ocds_processes;
