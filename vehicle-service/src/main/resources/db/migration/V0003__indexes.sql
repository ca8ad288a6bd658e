-- Purpose: read-path indexes
-- Depends: V0002
-- Rollback: U0003__indexes.sql
-- Origin: 2025-09-21 00:02
create index if not exists vehicles_vin_prefix_idx on vehicle.vehicles (vin text_pattern_ops);
create index if not exists lots_status_auction_idx on vehicle.lots (status, auction_datetime_utc);
create index if not exists lots_vin_idx on vehicle.lots (vin);
create index if not exists sale_events_vin_date_idx on vehicle.sale_events (vin, sale_date);
create index if not exists sale_events_lot_id_idx on vehicle.sale_events (lot_id);
create index if not exists images_vin_idx on vehicle.images (vin);
create index if not exists images_lot_id_idx on vehicle.images (lot_id);
