-- Purpose: primary and foreign keys, VIN format check, status domain checks
-- Depends: V0001
-- Rollback: U0002__constraints.sql
-- Origin: 2025-09-21 00:02
alter table vehicle.vehicles
  add constraint vehicles_pkey primary key (vin),
  add constraint vehicles_vin_format_ck check (vin ~ '^[A-HJ-NPR-Z0-9]{11,17}$'),
  add constraint vehicles_year_ck check (year between 1900 and 2100);
alter table vehicle.lots
  add constraint lots_pkey primary key (id),
  add constraint lots_vin_fk foreign key (vin) references vehicle.vehicles (vin) on update cascade on delete cascade,
  add constraint lots_status_ck check (status in ('unscheduled', 'active', 'pending_result', 'on_approval', 'sold',
    'not_sold', 'cancelled', 'removed'));
alter table vehicle.sale_events
  add constraint sale_events_pkey primary key (id),
  add constraint sale_events_vin_fk foreign key (vin) references vehicle.vehicles (vin),
  add constraint sale_events_lot_fk foreign key (lot_id) references vehicle.lots (id),
  add constraint sale_events_final_bid_ck check (final_bid >= 0);
alter table vehicle.images
  add constraint images_pkey primary key (id),
  add constraint images_vin_fk foreign key (vin) references vehicle.vehicles (vin),
  add constraint images_lot_fk foreign key (lot_id) references vehicle.lots (id);
