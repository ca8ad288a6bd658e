-- Purpose: takes back V0090
-- Depends: V0090
-- Rollback: V0090__keep_extensions_of_sources.sql
-- Destructive: approved
alter table procurement.ocds_sources drop column extensions;
