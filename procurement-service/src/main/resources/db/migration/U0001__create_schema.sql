-- Purpose: takes back V0001
-- Depends: V0001
-- Rollback: V0001__create_schema.sql
-- Destructive: approved
drop procedure procurement.guard_identity_table(regclass, text, text);
drop procedure procurement.allow_lookup(regclass);
drop procedure procurement.guard_tenant_table(regclass, boolean);
drop schema procurement;
