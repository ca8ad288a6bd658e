-- Purpose: takes back V0075
-- Depends: V0075
-- Rollback: V0075__pictures_of_removed_vehicles.sql
-- Destructive: approved
drop index if exists vehicle.images_lot_seq_variant_unique;
alter table if exists vehicle.images drop column if exists removed_with_vehicle;
