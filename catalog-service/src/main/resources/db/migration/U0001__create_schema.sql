-- Purpose: takes back V0001
-- Depends: V0001
-- Rollback: V0001__create_schema.sql
-- Destructive: approved
drop function catalog.is_gtin(text);
drop function catalog.key_of(text);
drop function catalog.name_key(text);
drop procedure catalog.refuse(text, text, text);
drop function catalog.refuse_change();
drop procedure catalog.add_version(regclass, text[]);
drop function catalog.raise_version();
drop procedure catalog.allow_search(regclass);
drop procedure catalog.guard_shared_table(regclass);
drop procedure catalog.guard_global_table(regclass);
drop procedure catalog.guard_tenant_table(regclass, boolean);
drop procedure catalog.complete_table(regclass);
drop sequence catalog.ids;
drop schema catalog;
