-- Purpose: what the market knows of vehicles, lots, sales and pictures beyond the seed's columns
-- Depends: V0011
-- Rollback: U0022__market_columns.sql

alter table vehicle.vehicles
  add column if not exists vin_raw text,
  add column if not exists model_detail text,
  add column if not exists trim text,
  add column if not exists body text,
  add column if not exists fuel text,
  add column if not exists transmission text,
  add column if not exists drive text,
  add column if not exists engine text,
  add column if not exists color text,
  add column if not exists vehicle_type text,
  add column if not exists odometer_unit text,
  add column if not exists odometer_brand text,
  add column if not exists cylinders smallint,
  add column if not exists odometer_value numeric(10, 1),
  add column if not exists vin_kind text,
  add column if not exists vin_check text,
  add column if not exists wmi text,
  add column if not exists decoded_year int,
  add column if not exists source_updated_at timestamptz,
  add column if not exists source_file_id uuid,
  add column if not exists source_row_no int;
alter table vehicle.vehicles
  add constraint vehicles_vin_kind_ck check (vin_kind in ('vin17', 'vin_legacy')),
  add constraint vehicles_vin_check_ck check (vin_check in ('valid', 'mismatch', 'not_applicable'));

alter table vehicle.lots
  add column if not exists source text not null default 'copart',
  add column if not exists vin_raw text,
  add column if not exists vin_kind text,
  add column if not exists vin_check text,
  add column if not exists auction_date date,
  add column if not exists sale_date_raw text,
  add column if not exists sale_time_raw text,
  add column if not exists tz_raw text,
  add column if not exists tz_zone text,
  add column if not exists tz_confidence numeric(3, 2),
  add column if not exists sale_type text,
  add column if not exists sale_status_raw text,
  add column if not exists yard_number text,
  add column if not exists yard_name text,
  add column if not exists item_number int,
  add column if not exists vehicle_type text,
  add column if not exists year int,
  add column if not exists make text,
  add column if not exists model_group text,
  add column if not exists model_detail text,
  add column if not exists trim text,
  add column if not exists body_style text,
  add column if not exists color text,
  add column if not exists title_state text,
  add column if not exists title_group text,
  add column if not exists damage_code text,
  add column if not exists secondary_damage_code text,
  add column if not exists has_keys text,
  add column if not exists runs_drives text,
  add column if not exists runs_drives_raw text,
  add column if not exists lot_condition_code text,
  add column if not exists engine text,
  add column if not exists cylinders smallint,
  add column if not exists drive text,
  add column if not exists drive_raw text,
  add column if not exists transmission text,
  add column if not exists transmission_raw text,
  add column if not exists fuel text,
  add column if not exists fuel_raw text,
  add column if not exists odometer_raw text,
  add column if not exists odometer_unit text,
  add column if not exists odometer_reading text,
  add column if not exists retail_value numeric(14, 2),
  add column if not exists repair_cost numeric(14, 2),
  add column if not exists current_bid numeric(14, 2),
  add column if not exists buy_it_now numeric(14, 2),
  add column if not exists currency_code char(3),
  add column if not exists special_note text,
  add column if not exists location_zip text,
  add column if not exists grid_row text,
  add column if not exists make_offer_eligible boolean,
  add column if not exists is_rental boolean,
  add column if not exists is_wholesale boolean,
  add column if not exists seller_name text,
  add column if not exists offsite jsonb,
  add column if not exists sale_light text,
  add column if not exists auto_grade numeric(2, 1),
  add column if not exists announcements text[],
  add column if not exists image_thumbnail_url text,
  add column if not exists image_url text,
  add column if not exists source_created_raw text,
  add column if not exists extra jsonb,
  add column if not exists row_hash uuid,
  add column if not exists source_file_id uuid,
  add column if not exists source_row_no int,
  add column if not exists first_seen_at timestamptz,
  add column if not exists disappeared_at timestamptz,
  add column if not exists previous_lot_id bigint,
  add column if not exists relist_count int not null default 0,
  add column if not exists outcome text,
  add column if not exists outcome_confidence numeric(3, 2);
alter table vehicle.lots
  add constraint lots_vin_kind_ck check (vin_kind in ('vin17', 'vin_legacy', 'too_short', 'too_long', 'masked',
    'malformed', 'missing')),
  add constraint lots_vin_check_ck check (vin_check in ('valid', 'mismatch', 'not_applicable')),
  add constraint lots_tz_confidence_ck check (tz_confidence between 0 and 1),
  add constraint lots_sale_type_ck check (sale_type in ('pure_sale', 'minimum_bid', 'on_approval', 'unknown')),
  add constraint lots_year_ck check (year between 1900 and 2100),
  add constraint lots_odometer_unit_ck check (odometer_unit in ('mi', 'km', 'unknown')),
  add constraint lots_retail_value_ck check (retail_value >= 0),
  add constraint lots_repair_cost_ck check (repair_cost >= 0),
  add constraint lots_current_bid_ck check (current_bid >= 0),
  add constraint lots_buy_it_now_ck check (buy_it_now >= 0),
  add constraint lots_currency_code_ck check (currency_code ~ '^[A-Z]{3}$'),
  add constraint lots_outcome_ck check (outcome in ('sold', 'not_sold', 'on_approval', 'cancelled')),
  add constraint lots_outcome_confidence_ck check (outcome_confidence between 0 and 1),
  add constraint lots_previous_lot_fk foreign key (previous_lot_id) references vehicle.lots (id);

alter table vehicle.sale_events
  add column if not exists status text not null,
  add column if not exists sale_status_raw text,
  add column if not exists collected_via text,
  add column if not exists confidence numeric(3, 2) not null default 1,
  add column if not exists note text,
  add column if not exists recorded_by uuid;
alter table vehicle.sale_events
  add constraint sale_events_status_ck check (status in ('sold', 'not_sold', 'on_approval', 'cancelled', 'unknown')),
  add constraint sale_events_collected_via_ck check (collected_via in ('manual', 'import')),
  add constraint sale_events_confidence_ck check (confidence between 0 and 1),
  add constraint sale_events_lot_date_status_unique unique (lot_id, sale_date, status);

alter table vehicle.images
  add column if not exists seq int not null default 0,
  add column if not exists variant text not null default 'full',
  add column if not exists source_url text,
  add column if not exists width int,
  add column if not exists height int,
  add column if not exists bytes bigint,
  add column if not exists content_hash text;
alter table vehicle.images
  add constraint images_vin_lot_seq_variant_unique unique (vin, lot_id, seq, variant);

create index if not exists lots_make_model_auction_idx on vehicle.lots (make, model_group, auction_datetime_utc, id)
  where is_removed = false;
create index if not exists lots_state_auction_idx on vehicle.lots (location_state, auction_datetime_utc, id)
  where is_removed = false;
create index if not exists lots_previous_lot_idx on vehicle.lots (previous_lot_id) where previous_lot_id is not null;
create index if not exists images_shown_idx on vehicle.images (vin, lot_id, seq) where is_removed = false;
