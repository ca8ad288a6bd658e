-- Purpose: takes back V0070
-- Depends: V0070
-- Rollback: V0070__search_keys.sql
-- Destructive: approved
drop index if exists vehicle.vehicles_year_idx;
drop index if exists vehicle.lots_updated_idx;
drop index if exists vehicle.lots_currency_bid_idx;
drop index if exists vehicle.lots_status_year_idx;
drop index if exists vehicle.lots_status_source_time_idx;
drop index if exists vehicle.lots_state_auction_idx;
create index lots_state_auction_idx on vehicle.lots (location_state, auction_datetime_utc, id)
  where is_removed = false;
drop index if exists vehicle.lots_make_model_auction_idx;
create index lots_make_model_auction_idx on vehicle.lots (make, model_group, auction_datetime_utc, id)
  where is_removed = false;
drop index if exists vehicle.lots_listed_auction_idx;
create index lots_listed_auction_idx on vehicle.lots (status, auction_datetime_utc, id) where is_removed = false;
drop index if exists vehicle.make_model_counts_key_idx;
drop function if exists vehicle.word_forms(text);
drop function if exists vehicle.word_key(text);
