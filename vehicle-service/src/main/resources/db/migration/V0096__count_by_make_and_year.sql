-- Purpose: the lots of a make within some years are counted in an index alone, however many lots there are
-- Depends: V0095
-- Rollback: U0096__count_by_make_and_year.sql
-- Destructive: approved

drop index if exists vehicle.lots_make_model_auction_idx;
create index lots_make_model_auction_idx on vehicle.lots (make, model_group, auction_datetime_utc, id)
  include (status, year, currency_code)
  where is_removed = false;
