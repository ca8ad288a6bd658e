-- Purpose: counts of tenders and sums of their values, ready made
-- Depends: V0027
-- Rollback: U0045__create_statistics.sql

-- In all views '' is a key that is unknown, and the currency of a value that is unknown or has none: what is made of no
-- nulls keeps its rows when it is refreshed. Values are of one currency, never across, and their numbers exact.

-- dimension 'all' has the key ''; 'status', 'main_category' and 'category' have their values, 'month' and 'day' those of
-- the publication in UTC, such as 2026-03 and 2026-03-01.
create materialized view procurement.mv_tender_stats_daily as
with facts as (
  select
    case when status = 'open' and closing_date < now() then 'closed' else status end as status,
    coalesce(main_category, '') as main_category,
    coalesce(category, '') as category,
    coalesce(to_char(publication_date at time zone 'UTC', 'YYYY-MM'), '') as month,
    coalesce(to_char(publication_date at time zone 'UTC', 'YYYY-MM-DD'), '') as day,
    case when estimated_value is not null then coalesce(estimated_currency::text, '') else '' end as currency,
    case when coalesce(estimated_currency::text, '') <> '' then estimated_value end as value
  from procurement.tenders
  where deleted_at is null
)
select
  case
    when grouping(status) = 0 then 'status'
    when grouping(main_category) = 0 then 'main_category'
    when grouping(category) = 0 then 'category'
    when grouping(month) = 0 then 'month'
    when grouping(day) = 0 then 'day'
    else 'all'
  end as dimension,
  coalesce(status, main_category, category, month, day, '') as key,
  currency,
  count(*) as tenders,
  sum(value) as sum,
  round(avg(value), 4) as mean,
  (percentile_disc(0.5) within group (order by value)
    + percentile_disc(0.5) within group (order by value desc)) * 0.5 as median
from facts
group by grouping sets ((currency), (status, currency), (main_category, currency), (category, currency),
  (month, currency), (day, currency));
create unique index mv_tender_stats_daily_key on procurement.mv_tender_stats_daily (dimension, key, currency);

-- A tender counts once in each division that one of its codes is of.
create materialized view procurement.mv_cpv_stats as
with facts as (
  select
    coalesce(d.division, '') as division,
    status = 'open' and (closing_date is null or closing_date >= now()) as is_open,
    case when estimated_value is not null then coalesce(estimated_currency::text, '') else '' end as currency,
    case when coalesce(estimated_currency::text, '') <> '' then estimated_value end as value
  from procurement.tenders
  left join lateral (
    select distinct p as division from unnest(cpv_prefixes) p where length(p) = 2
  ) d on true
  where deleted_at is null
)
select
  division,
  currency,
  count(*) filter (where is_open) as open_tenders,
  count(*) as tenders,
  sum(value) as sum,
  round(avg(value), 4) as mean,
  (percentile_disc(0.5) within group (order by value)
    + percentile_disc(0.5) within group (order by value desc)) * 0.5 as median
from facts
group by division, currency;
create unique index mv_cpv_stats_key on procurement.mv_cpv_stats (division, currency);

-- NB: the buyer alone is null where he is unknown; those few rows are written anew by each refresh.
create materialized view procurement.mv_buyer_stats as
with facts as (
  select
    buyer_entity_id,
    status = 'open' and (closing_date is null or closing_date >= now()) as is_open,
    case when estimated_value is not null then coalesce(estimated_currency::text, '') else '' end as currency,
    case when coalesce(estimated_currency::text, '') <> '' then estimated_value end as value
  from procurement.tenders
  where deleted_at is null
)
select
  buyer_entity_id,
  currency,
  count(*) filter (where is_open) as open_tenders,
  count(*) as tenders,
  sum(value) as sum,
  round(avg(value), 4) as mean,
  (percentile_disc(0.5) within group (order by value)
    + percentile_disc(0.5) within group (order by value desc)) * 0.5 as median
from facts
group by buyer_entity_id, currency;
create unique index mv_buyer_stats_key on procurement.mv_buyer_stats (buyer_entity_id, currency);
grant select on procurement.mv_tender_stats_daily, procurement.mv_cpv_stats, procurement.mv_buyer_stats
  to procurement_app, procurement_system;

-- How old the views are.
create table procurement.statistics_refresh (
  view text not null,
  as_of timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint statistics_refresh_pkey primary key (view)
);
call platform.guard_global_table('procurement.statistics_refresh');
insert into procurement.statistics_refresh (view, as_of)
values ('mv_tender_stats_daily', now()), ('mv_cpv_stats', now()), ('mv_buyer_stats', now());

-- Only its owner may refresh a view; readers go on meanwhile.
create function procurement.refresh_statistics() returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' as $$
begin
  refresh materialized view concurrently procurement.mv_tender_stats_daily;
  refresh materialized view concurrently procurement.mv_cpv_stats;
  refresh materialized view concurrently procurement.mv_buyer_stats;
  update procurement.statistics_refresh set as_of = now();
  return now();
end $$;
revoke all on function procurement.refresh_statistics() from public;
grant execute on function procurement.refresh_statistics() to procurement_system;
