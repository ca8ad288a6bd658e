-- Purpose: takes back V0024
-- Depends: V0024
-- Rollback: V0024__create_ocds_import_issues.sql
-- Destructive: approved

drop table procurement.ocds_import_issues;
