-- Purpose: which pictures went with their vehicle, and one place each for pictures of lots without a VIN
-- Depends: V0025
-- Rollback: U0075__pictures_of_removed_vehicles.sql

-- Those come back with the vehicle; one that was taken away by itself stays away.
alter table vehicle.images add column if not exists removed_with_vehicle boolean not null default false;
create unique index if not exists images_lot_seq_variant_unique on vehicle.images (lot_id, seq, variant)
  where vin is null;
