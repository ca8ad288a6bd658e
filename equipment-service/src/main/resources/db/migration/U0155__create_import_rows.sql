-- Purpose: takes back V0155
-- Depends: V0155
-- Rollback: V0155__create_import_rows.sql
-- Destructive: approved
drop table equipment_import_rows;
