-- Purpose: takes back V0000.20
-- Depends: V0000.20
-- Rollback: V0000.20__create_monthly_partitions.sql
-- Destructive: approved
drop function platform.drop_monthly_partitions(regclass, int);
drop function platform.ensure_monthly_partitions(regclass, int, int);
drop procedure platform.add_partition(regclass, text, text);
