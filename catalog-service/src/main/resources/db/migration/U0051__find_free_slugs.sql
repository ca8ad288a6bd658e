-- Purpose: takes back V0051
-- Depends: V0051
-- Rollback: V0051__find_free_slugs.sql
-- Destructive: approved
drop function catalog.free_slug(regclass, text);
