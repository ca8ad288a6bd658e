-- Purpose: is_removed flags and partial indexes
-- Depends: V0003
-- Rollback: U0004__policy_flags.sql
-- Origin: 2025-09-23 05:24
alter table vehicle.vehicles add column if not exists is_removed boolean not null default false;
alter table vehicle.lots add column if not exists is_removed boolean not null default false;
alter table vehicle.images add column if not exists is_removed boolean not null default false;
create index if not exists vehicles_make_model_year_idx on vehicle.vehicles (make, model, year)
  where is_removed = false;
create index if not exists lots_listed_auction_idx on vehicle.lots (status, auction_datetime_utc, id)
  where is_removed = false;
