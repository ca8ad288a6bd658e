-- Purpose: takes back V0075
-- Depends: V0075
-- Rollback: V0075__index_the_orders_of_tenders.sql
-- Destructive: approved

drop function procurement.tenders_sample();
drop index procurement.tenders_title_idx;
drop index procurement.tenders_value_mkd_idx;
drop index procurement.tenders_value_eur_idx;
