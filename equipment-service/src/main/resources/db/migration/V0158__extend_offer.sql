-- Purpose: keep of an offer how new it is, its version and the services that came with a transfer
-- Depends: V0120
-- Rollback: U0158__extend_offer.sql

alter table equipment_offers add column as_of timestamptz not null default now();
alter table equipment_offers add column version bigint not null default 1;
alter table equipment_offers add column services jsonb not null default '[]';
