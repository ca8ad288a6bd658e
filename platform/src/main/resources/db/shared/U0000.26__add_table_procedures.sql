-- Purpose: takes back V0000.26
-- Depends: V0000.26
-- Rollback: V0000.26__add_table_procedures.sql
-- Destructive: approved
drop procedure platform.add_row_version(regclass);
drop function platform.raise_rv();
drop procedure platform.guard_global_table(regclass, boolean);
