-- Purpose: takes back V0014
-- Depends: V0014
-- Rollback: V0014__completion_weights.sql
-- Destructive: approved
drop table if exists system.completion_weight_versions;
drop table if exists system.system_data_completion_weights;
drop function if exists system.check_weight_sum();
