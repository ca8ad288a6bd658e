-- Purpose: takes back V0002
-- Depends: V0002
-- Rollback: V0002__constraints.sql
-- Destructive: approved
alter table if exists vehicle.images
  drop constraint if exists images_lot_fk,
  drop constraint if exists images_vin_fk,
  drop constraint if exists images_pkey;
alter table if exists vehicle.sale_events
  drop constraint if exists sale_events_final_bid_ck,
  drop constraint if exists sale_events_lot_fk,
  drop constraint if exists sale_events_vin_fk,
  drop constraint if exists sale_events_pkey;
alter table if exists vehicle.lots
  drop constraint if exists lots_status_ck,
  drop constraint if exists lots_vin_fk,
  drop constraint if exists lots_pkey;
alter table if exists vehicle.vehicles
  drop constraint if exists vehicles_year_ck,
  drop constraint if exists vehicles_vin_format_ck,
  drop constraint if exists vehicles_pkey;
