-- Purpose: the extensions that the packages of a publisher declare, which go out again with his releases
-- Depends: V0021
-- Rollback: U0090__keep_extensions_of_sources.sql

alter table procurement.ocds_sources add column extensions text[] not null default '{}';
