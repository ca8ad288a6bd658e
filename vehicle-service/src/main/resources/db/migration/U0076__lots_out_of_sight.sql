-- Purpose: takes back V0076
-- Depends: V0076
-- Rollback: V0076__lots_out_of_sight.sql
-- Destructive: approved
drop index if exists vehicle.lots_followed_idx;
