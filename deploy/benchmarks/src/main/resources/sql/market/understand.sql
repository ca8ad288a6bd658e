-- The 59 text columns as the columns of lots and vehicles. Less than the service does: the rows are known to be clean,
-- so nothing is judged, and check digits are taken for right.
create temporary table incoming on commit drop as
select cast(1 + row_number() over () as int) as row_no,
  nullif(btrim(s.lot_number), '') as lot_external_id,
  s.vin as vin,
  s.vin as vin_raw,
  case when s.vin ~ '^[A-HJ-NPR-Z0-9]{17}$' then 'vin17' end as vin_kind,
  'valid' as vin_check,
  left(s.vin, 3) as wmi,
  cast(s.year as int) as decoded_year,
  case s.sale_date when '0' then 'unscheduled' else 'active' end as status,
  (sold.day + sold.time) at time zone z.zone as auction_datetime_utc,
  sold.day as auction_date,
  nullif(btrim(s.sale_date), '') as sale_date_raw,
  nullif(btrim(s.sale_time), '') as sale_time_raw,
  nullif(btrim(s.time_zone), '') as tz_raw,
  case when sold.day is not null then z.zone end as tz_zone,
  case when sold.day is not null then 1.00 end as tz_confidence,
  case upper(replace(s.sale_status, '-', ' ')) when 'PURE SALE' then 'pure_sale'
    when 'ON MINIMUM BID' then 'minimum_bid' when 'ON APPROVAL' then 'on_approval' else 'unknown' end as sale_type,
  nullif(btrim(s.sale_status), '') as sale_status_raw,
  nullif(btrim(s.yard_number), '') as yard_number,
  nullif(btrim(s.yard_name), '') as yard_name,
  cast(nullif(s.item, '') as int) as item_number,
  case s.vehicle_type when 'V' then 'car' when 'C' then 'motorcycle' when 'K' then 'truck' when 'M' then 'marine'
    when 'R' then 'recreational' else nullif(btrim(s.vehicle_type), '') end as vehicle_type,
  cast(nullif(s.year, '') as int) as year,
  nullif(btrim(s.make), '') as make,
  nullif(btrim(s.model_group), '') as model_group,
  nullif(btrim(s.model_detail), '') as model_detail,
  nullif(btrim(s.trim), '') as trim,
  nullif(btrim(s.body_style), '') as body_style,
  nullif(btrim(s.color), '') as color,
  nullif(btrim(s.engine), '') as engine,
  cast(nullif(s.cylinders, '') as smallint) as cylinders,
  case upper(replace(s.drive, '-', ' ')) when 'FRONT WHEEL DRIVE' then 'fwd' when 'REAR WHEEL DRIVE' then 'rwd'
    when 'ALL WHEEL DRIVE' then 'awd' when '4X4 W/REAR WHEEL DRV' then '4wd' end as drive,
  nullif(btrim(s.drive), '') as drive_raw,
  case upper(replace(s.transmission, '-', ' ')) when 'AUTOMATIC' then 'automatic'
    when 'MANUAL' then 'manual' end as transmission,
  nullif(btrim(s.transmission), '') as transmission_raw,
  case upper(replace(s.fuel, '-', ' ')) when 'GAS' then 'gasoline' when 'FLEXIBLE' then 'flex'
    when 'FLEXIBLE FUEL' then 'flex' when 'ELECTRIC AND GAS HYBRID' then 'hybrid' when 'HYBRID ENGINE' then 'hybrid'
    when 'DIESEL' then 'diesel' when 'ELECTRIC' then 'electric' end as fuel,
  nullif(btrim(s.fuel), '') as fuel_raw,
  nullif(btrim(s.title_state), '') as title_state,
  nullif(btrim(s.title_type), '') as title_type,
  case s.title_type when 'ST' then 'salvage' when 'SC' then 'salvage'
    when 'CT' then 'certificate' else 'unclassified' end as title_group,
  nullif(btrim(s.damage), '') as damage_description,
  case upper(replace(s.damage, '-', ' ')) when 'FRONT END' then 'front_end' when 'REAR END' then 'rear_end'
    when 'SIDE' then 'side' when 'MINOR DENT/SCRATCHES' then 'minor_dent_scratches'
    when 'MECHANICAL' then 'mechanical' when 'NORMAL WEAR' then 'normal_wear' when 'HAIL' then 'hail'
    when 'ALL OVER' then 'all_over' when 'UNDERCARRIAGE' then 'undercarriage' when 'WATER/FLOOD' then 'water_flood'
    when 'BURN   ENGINE' then 'burn_engine' end as damage_code,
  nullif(btrim(s.secondary_damage), '') as secondary_damage,
  case upper(replace(s.secondary_damage, '-', ' ')) when 'FRONT END' then 'front_end'
    when 'REAR END' then 'rear_end' when 'SIDE' then 'side' when 'MINOR DENT/SCRATCHES' then 'minor_dent_scratches'
    when 'MECHANICAL' then 'mechanical' when 'NORMAL WEAR' then 'normal_wear' when 'HAIL' then 'hail'
    when 'ALL OVER' then 'all_over' when 'UNDERCARRIAGE' then 'undercarriage' when 'WATER/FLOOD' then 'water_flood'
    when 'BURN   ENGINE' then 'burn_engine' end as secondary_damage_code,
  case s.has_keys when 'YES' then 'yes' when 'NO' then 'no' when 'EXM' then 'exempt' end as has_keys,
  case upper(s.runs_drives) when 'RUN & DRIVE VERIFIED' then 'run_and_drive' when 'VEHICLE STARTS' then 'starts'
    when 'DEFAULT' then 'not_stated' end as runs_drives,
  nullif(btrim(s.runs_drives), '') as runs_drives_raw,
  nullif(btrim(s.lot_condition), '') as lot_condition_code,
  cast(nullif(s.odometer, '') as numeric(10, 1)) as odometer,
  nullif(btrim(s.odometer), '') as odometer_raw,
  case when s.special_note ~* '\mmill?es\M' then 'mi' when s.country = 'USA' then 'mi'
    when s.country = 'CAN' then 'km'
    else 'unknown' end as odometer_unit,
  nullif(btrim(s.odometer_brand), '') as odometer_brand,
  case s.odometer_brand when 'A' then 'actual' when 'N' then 'not_actual' when 'E' then 'exempt'
    when 'X' then 'exceeds_limits' end as odometer_reading,
  cast(nullif(s.retail_value, '') as numeric(14, 2)) as retail_value,
  cast(nullif(s.repair_cost, '') as numeric(14, 2)) as repair_cost,
  cast(nullif(s.high_bid, '') as numeric(14, 2)) as current_bid,
  cast(nullif(s.buy_it_now, '') as numeric(14, 2)) as buy_it_now,
  nullif(btrim(s.currency), '') as currency_code,
  nullif(btrim(s.special_note), '') as special_note,
  nullif(btrim(s.city), '') as location_city,
  nullif(btrim(s.state), '') as location_state,
  nullif(btrim(s.zip), '') as location_zip,
  nullif(btrim(s.country), '') as location_country,
  nullif(btrim(s.grid_row), '') as grid_row,
  s.make_offer = 'Y' as make_offer_eligible,
  s.rentals = 'Y' as is_rental,
  s.wholesale = 'Y' as is_wholesale,
  nullif(btrim(s.seller), '') as seller_name,
  case
    when s.offsite_address <> '' then jsonb_build_object('address1', s.offsite_address, 'state', s.offsite_state,
    'city', s.offsite_city, 'zip', s.offsite_zip) end as offsite,
  nullif(btrim(s.sale_light), '') as sale_light,
  cast(nullif(s.auto_grade, '') as numeric(2, 1)) as auto_grade,
  string_to_array(nullif(s.announcements, ''), ',') as announcements,
  'https://' || nullif(s.thumbnail, '') as image_thumbnail_url,
  nullif(btrim(s.image_url), '') as image_url,
  nullif(btrim(s.created), '') as source_created_raw,
  cast(s.updated as timestamptz) as source_updated_at,
  cast(null as jsonb) as extra,
  cast(md5(concat_ws('|', s.yard_number, s.yard_name, s.sale_date, s.sale_time, s.time_zone, s.item, s.lot_number,
    s.vehicle_type, s.year, s.make, s.model_group, s.model_detail, s.body_style, s.color, s.damage,
    s.secondary_damage, s.title_state, s.title_type, s.has_keys, s.lot_condition, s.vin, s.odometer,
    s.odometer_brand, s.retail_value, s.repair_cost, s.engine, s.drive, s.transmission, s.fuel, s.cylinders,
    s.runs_drives, s.sale_status, s.high_bid, s.special_note, s.city, s.state, s.zip, s.country, s.currency,
    s.thumbnail, s.grid_row, s.make_offer, s.buy_it_now, s.image_url, s.trim, s.rentals, s.wholesale, s.seller,
    s.offsite_address, s.offsite_state, s.offsite_city, s.offsite_zip, s.sale_light, s.auto_grade,
    s.announcements)) as uuid) as row_hash
from staged s
cross join lateral (select cast(nullif(s.sale_date, '0') as date) as day,
  cast(case when s.sale_time <> '' then left(s.sale_time, -2) || ':' || right(s.sale_time, 2) end as time) as time) sold
left join (values
  ('TX', 'America/Chicago'), ('CA', 'America/Los_Angeles'), ('FL', 'America/New_York'), ('NC', 'America/New_York'),
  ('WI', 'America/Chicago'), ('KS', 'America/Chicago'), ('IN', 'America/Indiana/Indianapolis'),
  ('MI', 'America/Detroit'), ('MD', 'America/New_York'), ('GA', 'America/New_York'), ('PA', 'America/New_York'),
  ('OH', 'America/New_York'), ('IL', 'America/Chicago'), ('NJ', 'America/New_York'), ('AZ', 'America/Phoenix'),
  ('MN', 'America/Chicago'), ('WA', 'America/Los_Angeles'), ('CO', 'America/Denver'), ('UT', 'America/Denver'),
  ('ON', 'America/Toronto')
) as z (state, zone) on z.state = left(s.yard_name, 2);
analyze incoming (row_no, lot_external_id, source_updated_at, vin)
