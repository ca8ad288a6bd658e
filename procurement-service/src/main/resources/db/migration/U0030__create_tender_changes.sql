-- Purpose: takes back V0030
-- Depends: V0030
-- Rollback: V0030__create_tender_changes.sql
-- Destructive: approved

drop table procurement.tender_changes;
