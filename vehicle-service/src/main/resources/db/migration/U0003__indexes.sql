-- Purpose: takes back V0003
-- Depends: V0003
-- Rollback: V0003__indexes.sql
-- Destructive: approved
drop index if exists vehicle.images_lot_id_idx;
drop index if exists vehicle.images_vin_idx;
drop index if exists vehicle.sale_events_lot_id_idx;
drop index if exists vehicle.sale_events_vin_date_idx;
drop index if exists vehicle.lots_vin_idx;
drop index if exists vehicle.lots_status_auction_idx;
drop index if exists vehicle.vehicles_vin_prefix_idx;
