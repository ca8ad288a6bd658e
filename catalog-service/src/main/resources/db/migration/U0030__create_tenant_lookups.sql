-- Purpose: takes back V0030
-- Depends: V0030
-- Rollback: V0030__create_tenant_lookups.sql
-- Destructive: approved
drop function catalog.tenants_with_due_work();
drop function catalog.tenants_for_cpv(text[]);
drop policy search_access on catalog.stockreservation;
drop policy search_access on catalog.quotation;
drop policy search_access on catalog.rfpdocument;
revoke select on catalog.stockreservation, catalog.quotation, catalog.rfpdocument from catalog_search;
