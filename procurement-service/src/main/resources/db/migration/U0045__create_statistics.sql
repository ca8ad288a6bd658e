-- Purpose: takes back V0045
-- Depends: V0045
-- Rollback: V0045__create_statistics.sql
-- Destructive: approved

drop function procurement.refresh_statistics();
drop table procurement.statistics_refresh;
drop materialized view procurement.mv_buyer_stats;
drop materialized view procurement.mv_cpv_stats;
drop materialized view procurement.mv_tender_stats_daily;
