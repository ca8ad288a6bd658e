-- Purpose: takes back V0096
-- Depends: V0096
-- Rollback: V0096__find_many_free_slugs.sql
-- Destructive: approved
drop function catalog.free_slugs(regclass, text[]);
