-- Purpose: takes back V0095
-- Depends: V0095
-- Rollback: V0095__note_keys_of_imports.sql
-- Destructive: approved
drop table catalog.importkey;
