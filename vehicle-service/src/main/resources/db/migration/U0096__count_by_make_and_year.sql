-- Purpose: takes back V0096
-- Depends: V0096
-- Rollback: V0096__count_by_make_and_year.sql
-- Destructive: approved
drop index if exists vehicle.lots_make_model_auction_idx;
create index lots_make_model_auction_idx on vehicle.lots (make, model_group, auction_datetime_utc, id) include (status)
  where is_removed = false;
