-- Purpose: takes back V0024
-- Depends: V0024
-- Rollback: V0024__yards_and_counts.sql
-- Destructive: approved
drop table if exists vehicle.make_model_counts;
drop table if exists vehicle.yards;
