-- Purpose: takes back the indexes of V0004; its columns would go in a migration of their own
-- Depends: V0004
-- Rollback: V0004__policy_flags.sql
-- Destructive: approved
drop index if exists vehicle.lots_listed_auction_idx;
drop index if exists vehicle.vehicles_make_model_year_idx;
