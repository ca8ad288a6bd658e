-- Purpose: rollback of V0122: make and retire the monthly partitions; the job calls them as equipment_owner
-- Depends: V0122
-- Rollback: V0122__create_partition_functions.sql
-- Destructive: approved

drop function drop_monthly_partitions(text, int);
drop function ensure_monthly_partitions(int, int);
