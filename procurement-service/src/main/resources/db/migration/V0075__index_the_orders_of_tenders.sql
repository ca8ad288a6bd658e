-- Purpose: let each order of a search have an index, and estimates a sample
-- Depends: V0027
-- Rollback: U0075__index_the_orders_of_tenders.sql

create index tenders_value_eur_idx on procurement.tenders (estimated_value_eur, tender_id);
create index tenders_value_mkd_idx on procurement.tenders (estimated_value_mkd, tender_id);
-- of the beginning alone: an entry of an index has to fit into a page
create index tenders_title_idx on procurement.tenders (left(title, 200), tender_id);

-- What share of the tenders, in percent, about 20,000 of them are.
create function procurement.tenders_sample() returns real
language sql stable
set search_path = pg_catalog, pg_temp as $$
  select cast(least(100, 100 * 20000 / greatest(reltuples, 1)) as real)
  from pg_catalog.pg_class where oid = cast('procurement.tenders' as regclass)
$$;
grant execute on function procurement.tenders_sample() to procurement_app, procurement_system;
