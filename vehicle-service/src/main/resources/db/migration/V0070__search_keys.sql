-- Purpose: the normal form of makes and models that people type, and orders of the search of lots and vehicles
-- Depends: V0024
-- Rollback: U0070__search_keys.sql

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

create index if not exists lots_status_source_time_idx on vehicle.lots (status, source_updated_at, id)
  where is_removed = false;
create index if not exists lots_status_year_idx on vehicle.lots (status, year, id) where is_removed = false;
create index if not exists lots_currency_bid_idx on vehicle.lots (currency_code, status, current_bid, id)
  where is_removed = false;
create index if not exists vehicles_year_idx on vehicle.vehicles (year, vin) where is_removed = false;
