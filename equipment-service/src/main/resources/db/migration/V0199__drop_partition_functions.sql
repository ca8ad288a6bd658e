-- Purpose: leave the monthly partitions to the platform's functions, which all services share
-- Depends: V0122, V0000.20
-- Rollback: U0199__drop_partition_functions.sql
-- Destructive: approved

drop function drop_monthly_partitions(text, int);
drop function ensure_monthly_partitions(int, int);
