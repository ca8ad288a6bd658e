-- Purpose: the normal form of makes and models that people type, and orders of the search of lots and vehicles
-- Depends: V0024
-- Rollback: U0070__search_keys.sql
-- Destructive: approved

-- What a word is compared by: capital letters and digits, so that CX-5, cx5 and "CX 5" are one.
create function vehicle.word_key(word text) returns text
language sql immutable strict parallel safe as $$
  select upper(translate(word, e' \t\u00a0-_./\\,;:&+()[]"''%*!?#', ''))
$$;

-- The words of a text, each after a blank: those that it is written in, and all of it as one.
create function vehicle.word_forms(words text) returns text
language sql immutable strict parallel safe as $$
  select ' ' || upper(translate(words, e'\t\u00a0-_./\\,;:&+()[]"''%*!?#', rpad(' ', 24))) || ' ' || vehicle.word_key(words)
$$;

create index if not exists make_model_counts_key_idx
  on vehicle.make_model_counts (vehicle.word_key(make), vehicle.word_key(model_group));

-- The same indexes as before, which now hold what the search filters by too: a page and its total are found without the
-- rows. Texts that the feed could make as long as it likes stay out, because an entry has to fit into a page.
drop index if exists vehicle.lots_listed_auction_idx;
create index lots_listed_auction_idx on vehicle.lots (status, auction_datetime_utc, id)
  include (make, model_group, location_state, year, title_group, damage_code, secondary_damage_code, runs_drives, has_keys,
    fuel, drive, transmission, sale_type, is_wholesale, odometer, odometer_unit)
  where is_removed = false;
drop index if exists vehicle.lots_make_model_auction_idx;
create index lots_make_model_auction_idx on vehicle.lots (make, model_group, auction_datetime_utc, id) include (status)
  where is_removed = false;
drop index if exists vehicle.lots_state_auction_idx;
create index lots_state_auction_idx on vehicle.lots (location_state, auction_datetime_utc, id) include (status)
  where is_removed = false;

create index if not exists lots_status_source_time_idx on vehicle.lots (status, source_updated_at, id)
  where is_removed = false;
create index if not exists lots_status_year_idx on vehicle.lots (status, year, id) where is_removed = false;
create index if not exists lots_currency_bid_idx on vehicle.lots (currency_code, status, current_bid, id)
  where is_removed = false;
-- What changed lately stands together, or nearly so; an index of each time would cost every update more than this.
create index if not exists lots_updated_idx on vehicle.lots using brin (updated_at)
  with (pages_per_range = 32, autosummarize = on);
create index if not exists vehicles_year_idx on vehicle.vehicles (year, vin) where is_removed = false;
