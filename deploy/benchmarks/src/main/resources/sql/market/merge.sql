-- The merge of a feed in plain SQL, without what the service says of odd records, and without its counts of makes and
-- models: there are no odd ones, and a yardstick that counts nothing is the stricter one.
create temporary table decided on commit drop as
with ranked as (
  select i.row_no, i.lot_external_id, i.vin, i.vin_kind, i.source_updated_at, i.row_hash,
    row_number() over (partition by i.lot_external_id order by i.source_updated_at desc, i.row_no) as place
  from incoming i
), twice as (
  select vin from ranked where place = 1 and vin_kind = 'vin17' group by vin having count(*) > 1
)
select r.row_no, r.lot_external_id, l.id as lot_id, r.vin, r.vin_kind, twice.vin is not null and place = 1 as is_twice,
  coalesce(l.is_removed, false) or barred.vin is not null as is_suppressed,
  cast(null as bigint) as previous_lot_id, 0 as relist_count,
  case when place > 1 then 'duplicate'
    when l.id is null then 'inserted'
    when l.source_updated_at is null or r.source_updated_at > l.source_updated_at
      then case when r.row_hash = l.row_hash then 'touched' else 'updated' end
    when r.source_updated_at < l.source_updated_at then 'stale'
    when r.row_hash = l.row_hash then 'unchanged'
    else 'conflict' end as effect
from ranked r
left join vehicle.lots l on l.lot_external_id = r.lot_external_id
left join twice on twice.vin = r.vin
left join vehicle.removals barred on barred.vin = r.vin and barred.restored_at is null;
analyze decided (row_no, lot_external_id, lot_id, vin, effect);
update decided d set previous_lot_id = p.id, relist_count = p.relist_count + 1
from (
  select distinct on (n.row_no) n.row_no, l.id, l.relist_count
  from decided n
  join vehicle.lots l on l.vin = n.vin and l.lot_external_id <> n.lot_external_id
  cross join this_load t
  where n.effect = 'inserted' and n.vin_kind = 'vin17' and not n.is_twice
    and (l.first_seen_at is null or l.first_seen_at < t.snapshot_at)
  order by n.row_no, l.first_seen_at desc nulls last, l.id desc
) p
where d.row_no = p.row_no;
insert into vehicle.vehicles as v (vin, vin_raw, make, model, model_detail, year, trim, body, fuel, transmission, drive,
  engine, color, vehicle_type, odometer_value, odometer_unit, odometer_brand, cylinders, vin_kind, vin_check, wmi,
  decoded_year, is_removed, source_updated_at, source_file_id, source_row_no)
select n.vin, n.vin_raw, n.make, n.model_group, n.model_detail, n.year, n.trim, n.body_style, n.fuel, n.transmission,
  n.drive, n.engine, n.color, n.vehicle_type, n.odometer, n.odometer_unit, n.odometer_brand, n.cylinders, n.vin_kind,
  n.vin_check, n.wmi, n.decoded_year, n.is_suppressed, n.source_updated_at, t.file_id, n.row_no
from (
  select distinct on (i.vin) i.*, d.is_suppressed
  from incoming i
  join decided d on d.row_no = i.row_no
  where d.effect in ('inserted', 'updated', 'touched') and i.vin is not null
  order by i.vin, i.source_updated_at desc, i.row_no
) n
cross join this_load t
left join vehicle.vehicles e on e.vin = n.vin
where e.vin is null or e.source_updated_at is null or n.source_updated_at > e.source_updated_at
order by n.vin
on conflict (vin) do update set
  vin_raw = coalesce(excluded.vin_raw, v.vin_raw), make = coalesce(excluded.make, v.make),
  model = coalesce(excluded.model, v.model), model_detail = coalesce(excluded.model_detail, v.model_detail),
  year = coalesce(excluded.year, v.year), trim = coalesce(excluded.trim, v.trim),
  body = coalesce(excluded.body, v.body), fuel = coalesce(excluded.fuel, v.fuel),
  transmission = coalesce(excluded.transmission, v.transmission), drive = coalesce(excluded.drive, v.drive),
  engine = coalesce(excluded.engine, v.engine), color = coalesce(excluded.color, v.color),
  vehicle_type = coalesce(excluded.vehicle_type, v.vehicle_type),
  odometer_value = coalesce(excluded.odometer_value, v.odometer_value),
  odometer_unit = coalesce(excluded.odometer_unit, v.odometer_unit),
  odometer_brand = coalesce(excluded.odometer_brand, v.odometer_brand),
  cylinders = coalesce(excluded.cylinders, v.cylinders), vin_kind = coalesce(excluded.vin_kind, v.vin_kind),
  vin_check = coalesce(excluded.vin_check, v.vin_check), wmi = coalesce(excluded.wmi, v.wmi),
  decoded_year = coalesce(excluded.decoded_year, v.decoded_year),
  source_updated_at = excluded.source_updated_at, source_file_id = excluded.source_file_id,
  source_row_no = excluded.source_row_no, updated_at = now()
where v.source_updated_at is null or excluded.source_updated_at > v.source_updated_at;
create temporary table changed on commit drop as
select l.id as lot_id, i.row_no, difference.kind, difference.changes
from decided d
join incoming i on i.row_no = d.row_no
join vehicle.lots l on l.id = d.lot_id
cross join lateral (values
  ('price_change', jsonb_strip_nulls(jsonb_build_object(
    'current_bid', case when l.current_bid is distinct from i.current_bid
      then jsonb_build_array(l.current_bid, i.current_bid) end,
    'buy_it_now', case when l.buy_it_now is distinct from i.buy_it_now
      then jsonb_build_array(l.buy_it_now, i.buy_it_now) end))),
  ('date_change', jsonb_strip_nulls(jsonb_build_object(
    'auction_datetime_utc', case when l.auction_datetime_utc is distinct from i.auction_datetime_utc
      then jsonb_build_array(l.auction_datetime_utc, i.auction_datetime_utc) end,
    'auction_date', case when l.auction_date is distinct from i.auction_date
      then jsonb_build_array(l.auction_date, i.auction_date) end))),
  ('status_change', jsonb_strip_nulls(jsonb_build_object('status', case when l.status is distinct from i.status
      then jsonb_build_array(l.status, i.status) end))),
  ('title_change', jsonb_strip_nulls(jsonb_build_object(
    'title_type', case when l.title_type is distinct from i.title_type
      then jsonb_build_array(l.title_type, i.title_type) end,
    'title_state', case when l.title_state is distinct from i.title_state
      then jsonb_build_array(l.title_state, i.title_state) end,
    'title_group', case when l.title_group is distinct from i.title_group
      then jsonb_build_array(l.title_group, i.title_group) end))),
  ('vin_change', jsonb_strip_nulls(jsonb_build_object('vin', case when l.vin is distinct from coalesce(i.vin, l.vin)
      then jsonb_build_array(l.vin, coalesce(i.vin, l.vin)) end))),
  ('updated', jsonb_strip_nulls(jsonb_build_object(
    'vin_raw', case when l.vin_raw is distinct from i.vin_raw then jsonb_build_array(l.vin_raw, i.vin_raw) end,
    'vin_kind', case when l.vin_kind is distinct from i.vin_kind then jsonb_build_array(l.vin_kind, i.vin_kind) end,
    'vin_check', case when l.vin_check is distinct from i.vin_check
      then jsonb_build_array(l.vin_check, i.vin_check) end,
    'sale_date_raw', case when l.sale_date_raw is distinct from i.sale_date_raw
      then jsonb_build_array(l.sale_date_raw, i.sale_date_raw) end,
    'sale_time_raw', case when l.sale_time_raw is distinct from i.sale_time_raw
      then jsonb_build_array(l.sale_time_raw, i.sale_time_raw) end,
    'tz_raw', case when l.tz_raw is distinct from i.tz_raw then jsonb_build_array(l.tz_raw, i.tz_raw) end,
    'tz_zone', case when l.tz_zone is distinct from i.tz_zone then jsonb_build_array(l.tz_zone, i.tz_zone) end,
    'tz_confidence', case when l.tz_confidence is distinct from i.tz_confidence
      then jsonb_build_array(l.tz_confidence, i.tz_confidence) end,
    'sale_type', case when l.sale_type is distinct from i.sale_type
      then jsonb_build_array(l.sale_type, i.sale_type) end,
    'sale_status_raw', case when l.sale_status_raw is distinct from i.sale_status_raw
      then jsonb_build_array(l.sale_status_raw, i.sale_status_raw) end,
    'yard_number', case when l.yard_number is distinct from i.yard_number
      then jsonb_build_array(l.yard_number, i.yard_number) end,
    'yard_name', case when l.yard_name is distinct from i.yard_name
      then jsonb_build_array(l.yard_name, i.yard_name) end,
    'item_number', case when l.item_number is distinct from i.item_number
      then jsonb_build_array(l.item_number, i.item_number) end,
    'vehicle_type', case when l.vehicle_type is distinct from i.vehicle_type
      then jsonb_build_array(l.vehicle_type, i.vehicle_type) end,
    'year', case when l.year is distinct from i.year then jsonb_build_array(l.year, i.year) end,
    'make', case when l.make is distinct from i.make then jsonb_build_array(l.make, i.make) end,
    'model_group', case when l.model_group is distinct from i.model_group
      then jsonb_build_array(l.model_group, i.model_group) end,
    'model_detail', case when l.model_detail is distinct from i.model_detail
      then jsonb_build_array(l.model_detail, i.model_detail) end,
    'trim', case when l.trim is distinct from i.trim then jsonb_build_array(l.trim, i.trim) end,
    'body_style', case when l.body_style is distinct from i.body_style
      then jsonb_build_array(l.body_style, i.body_style) end,
    'color', case when l.color is distinct from i.color then jsonb_build_array(l.color, i.color) end,
    'engine', case when l.engine is distinct from i.engine then jsonb_build_array(l.engine, i.engine) end,
    'cylinders', case when l.cylinders is distinct from i.cylinders
      then jsonb_build_array(l.cylinders, i.cylinders) end,
    'drive', case when l.drive is distinct from i.drive then jsonb_build_array(l.drive, i.drive) end,
    'drive_raw', case when l.drive_raw is distinct from i.drive_raw
      then jsonb_build_array(l.drive_raw, i.drive_raw) end,
    'transmission', case when l.transmission is distinct from i.transmission
      then jsonb_build_array(l.transmission, i.transmission) end,
    'transmission_raw', case when l.transmission_raw is distinct from i.transmission_raw
      then jsonb_build_array(l.transmission_raw, i.transmission_raw) end,
    'fuel', case when l.fuel is distinct from i.fuel then jsonb_build_array(l.fuel, i.fuel) end,
    'fuel_raw', case when l.fuel_raw is distinct from i.fuel_raw then jsonb_build_array(l.fuel_raw, i.fuel_raw) end,
    'damage_description', case when l.damage_description is distinct from i.damage_description
      then jsonb_build_array(l.damage_description, i.damage_description) end,
    'damage_code', case when l.damage_code is distinct from i.damage_code
      then jsonb_build_array(l.damage_code, i.damage_code) end,
    'secondary_damage', case when l.secondary_damage is distinct from i.secondary_damage
      then jsonb_build_array(l.secondary_damage, i.secondary_damage) end,
    'secondary_damage_code', case when l.secondary_damage_code is distinct from i.secondary_damage_code
      then jsonb_build_array(l.secondary_damage_code, i.secondary_damage_code) end,
    'has_keys', case when l.has_keys is distinct from i.has_keys then jsonb_build_array(l.has_keys, i.has_keys) end,
    'runs_drives', case when l.runs_drives is distinct from i.runs_drives
      then jsonb_build_array(l.runs_drives, i.runs_drives) end,
    'runs_drives_raw', case when l.runs_drives_raw is distinct from i.runs_drives_raw
      then jsonb_build_array(l.runs_drives_raw, i.runs_drives_raw) end,
    'lot_condition_code', case when l.lot_condition_code is distinct from i.lot_condition_code
      then jsonb_build_array(l.lot_condition_code, i.lot_condition_code) end,
    'odometer', case when l.odometer is distinct from i.odometer then jsonb_build_array(l.odometer, i.odometer) end,
    'odometer_raw', case when l.odometer_raw is distinct from i.odometer_raw
      then jsonb_build_array(l.odometer_raw, i.odometer_raw) end,
    'odometer_unit', case when l.odometer_unit is distinct from i.odometer_unit
      then jsonb_build_array(l.odometer_unit, i.odometer_unit) end,
    'odometer_brand', case when l.odometer_brand is distinct from i.odometer_brand
      then jsonb_build_array(l.odometer_brand, i.odometer_brand) end,
    'odometer_reading', case when l.odometer_reading is distinct from i.odometer_reading
      then jsonb_build_array(l.odometer_reading, i.odometer_reading) end,
    'retail_value', case when l.retail_value is distinct from i.retail_value
      then jsonb_build_array(l.retail_value, i.retail_value) end,
    'repair_cost', case when l.repair_cost is distinct from i.repair_cost
      then jsonb_build_array(l.repair_cost, i.repair_cost) end,
    'currency_code', case when l.currency_code is distinct from i.currency_code
      then jsonb_build_array(l.currency_code, i.currency_code) end,
    'special_note', case when l.special_note is distinct from i.special_note
      then jsonb_build_array(l.special_note, i.special_note) end,
    'location_city', case when l.location_city is distinct from i.location_city
      then jsonb_build_array(l.location_city, i.location_city) end,
    'location_state', case when l.location_state is distinct from i.location_state
      then jsonb_build_array(l.location_state, i.location_state) end,
    'location_zip', case when l.location_zip is distinct from i.location_zip
      then jsonb_build_array(l.location_zip, i.location_zip) end,
    'location_country', case when l.location_country is distinct from i.location_country
      then jsonb_build_array(l.location_country, i.location_country) end)) || jsonb_strip_nulls(jsonb_build_object(
    'grid_row', case when l.grid_row is distinct from i.grid_row then jsonb_build_array(l.grid_row, i.grid_row) end,
    'make_offer_eligible', case when l.make_offer_eligible is distinct from i.make_offer_eligible
      then jsonb_build_array(l.make_offer_eligible, i.make_offer_eligible) end,
    'is_rental', case when l.is_rental is distinct from i.is_rental
      then jsonb_build_array(l.is_rental, i.is_rental) end,
    'is_wholesale', case when l.is_wholesale is distinct from i.is_wholesale
      then jsonb_build_array(l.is_wholesale, i.is_wholesale) end,
    'seller_name', case when l.seller_name is distinct from i.seller_name
      then jsonb_build_array(l.seller_name, i.seller_name) end,
    'offsite', case when l.offsite is distinct from i.offsite then jsonb_build_array(l.offsite, i.offsite) end,
    'sale_light', case when l.sale_light is distinct from i.sale_light
      then jsonb_build_array(l.sale_light, i.sale_light) end,
    'auto_grade', case when l.auto_grade is distinct from i.auto_grade
      then jsonb_build_array(l.auto_grade, i.auto_grade) end,
    'announcements', case when l.announcements is distinct from i.announcements
      then jsonb_build_array(l.announcements, i.announcements) end,
    'image_thumbnail_url', case when l.image_thumbnail_url is distinct from i.image_thumbnail_url
      then jsonb_build_array(l.image_thumbnail_url, i.image_thumbnail_url) end,
    'image_url', case when l.image_url is distinct from i.image_url
      then jsonb_build_array(l.image_url, i.image_url) end,
    'source_created_raw', case when l.source_created_raw is distinct from i.source_created_raw
      then jsonb_build_array(l.source_created_raw, i.source_created_raw) end,
    'extra', case when l.extra is distinct from i.extra
      then jsonb_build_array(l.extra, i.extra) end)))) as difference (kind, changes)
where d.effect = 'updated' and difference.changes <> '{}'
  and (difference.kind <> 'status_change' or l.status in ('unscheduled', 'active') and not l.is_removed);
insert into vehicle.lots as l (lot_external_id, source, status, is_removed, first_seen_at, previous_lot_id,
  relist_count, row_hash, source_file_id, source_row_no,
  vin, vin_raw, vin_kind, vin_check, auction_datetime_utc, auction_date, sale_date_raw, sale_time_raw, tz_raw,
  tz_zone, tz_confidence, sale_type, sale_status_raw, yard_number, yard_name, item_number, vehicle_type, year, make,
  model_group, model_detail, trim, body_style, color, engine, cylinders, drive, drive_raw, transmission,
  transmission_raw, fuel, fuel_raw, title_state, title_type, title_group, damage_description, damage_code,
  secondary_damage, secondary_damage_code, has_keys, runs_drives, runs_drives_raw, lot_condition_code, odometer,
  odometer_raw, odometer_unit, odometer_brand, odometer_reading, retail_value, repair_cost, current_bid, buy_it_now,
  currency_code, special_note, location_city, location_state, location_zip, location_country, grid_row,
  make_offer_eligible, is_rental, is_wholesale, seller_name, offsite, sale_light, auto_grade, announcements,
  image_thumbnail_url, image_url, source_created_raw, extra, source_updated_at)
select i.lot_external_id, t.source, case when d.is_suppressed then 'removed' else i.status end, d.is_suppressed,
  t.snapshot_at, d.previous_lot_id, d.relist_count, i.row_hash, t.file_id, i.row_no,
  i.vin, i.vin_raw, i.vin_kind, i.vin_check, i.auction_datetime_utc, i.auction_date, i.sale_date_raw,
  i.sale_time_raw, i.tz_raw, i.tz_zone, i.tz_confidence, i.sale_type, i.sale_status_raw, i.yard_number, i.yard_name,
  i.item_number, i.vehicle_type, i.year, i.make, i.model_group, i.model_detail, i.trim, i.body_style, i.color,
  i.engine, i.cylinders, i.drive, i.drive_raw, i.transmission, i.transmission_raw, i.fuel, i.fuel_raw, i.title_state,
  i.title_type, i.title_group, i.damage_description, i.damage_code, i.secondary_damage, i.secondary_damage_code,
  i.has_keys, i.runs_drives, i.runs_drives_raw, i.lot_condition_code, i.odometer, i.odometer_raw, i.odometer_unit,
  i.odometer_brand, i.odometer_reading, i.retail_value, i.repair_cost, i.current_bid, i.buy_it_now, i.currency_code,
  i.special_note, i.location_city, i.location_state, i.location_zip, i.location_country, i.grid_row,
  i.make_offer_eligible, i.is_rental, i.is_wholesale, i.seller_name, i.offsite, i.sale_light, i.auto_grade,
  i.announcements, i.image_thumbnail_url, i.image_url, i.source_created_raw, i.extra, i.source_updated_at
from decided d
join incoming i on i.row_no = d.row_no
cross join this_load t
where d.effect in ('inserted', 'updated', 'touched')
order by i.lot_external_id
on conflict (lot_external_id) do update set
  vin = coalesce(excluded.vin, l.vin), vin_raw = excluded.vin_raw, vin_kind = excluded.vin_kind,
  vin_check = excluded.vin_check, auction_datetime_utc = excluded.auction_datetime_utc,
  auction_date = excluded.auction_date, sale_date_raw = excluded.sale_date_raw,
  sale_time_raw = excluded.sale_time_raw, tz_raw = excluded.tz_raw, tz_zone = excluded.tz_zone,
  tz_confidence = excluded.tz_confidence, sale_type = excluded.sale_type, sale_status_raw = excluded.sale_status_raw,
  yard_number = excluded.yard_number, yard_name = excluded.yard_name, item_number = excluded.item_number,
  vehicle_type = excluded.vehicle_type, year = excluded.year, make = excluded.make,
  model_group = excluded.model_group, model_detail = excluded.model_detail, trim = excluded.trim,
  body_style = excluded.body_style, color = excluded.color, engine = excluded.engine, cylinders = excluded.cylinders,
  drive = excluded.drive, drive_raw = excluded.drive_raw, transmission = excluded.transmission,
  transmission_raw = excluded.transmission_raw, fuel = excluded.fuel, fuel_raw = excluded.fuel_raw,
  title_state = excluded.title_state, title_type = excluded.title_type, title_group = excluded.title_group,
  damage_description = excluded.damage_description, damage_code = excluded.damage_code,
  secondary_damage = excluded.secondary_damage, secondary_damage_code = excluded.secondary_damage_code,
  has_keys = excluded.has_keys, runs_drives = excluded.runs_drives, runs_drives_raw = excluded.runs_drives_raw,
  lot_condition_code = excluded.lot_condition_code, odometer = excluded.odometer,
  odometer_raw = excluded.odometer_raw, odometer_unit = excluded.odometer_unit,
  odometer_brand = excluded.odometer_brand, odometer_reading = excluded.odometer_reading,
  retail_value = excluded.retail_value, repair_cost = excluded.repair_cost, current_bid = excluded.current_bid,
  buy_it_now = excluded.buy_it_now, currency_code = excluded.currency_code, special_note = excluded.special_note,
  location_city = excluded.location_city, location_state = excluded.location_state,
  location_zip = excluded.location_zip, location_country = excluded.location_country, grid_row = excluded.grid_row,
  make_offer_eligible = excluded.make_offer_eligible, is_rental = excluded.is_rental,
  is_wholesale = excluded.is_wholesale, seller_name = excluded.seller_name, offsite = excluded.offsite,
  sale_light = excluded.sale_light, auto_grade = excluded.auto_grade, announcements = excluded.announcements,
  image_thumbnail_url = excluded.image_thumbnail_url, image_url = excluded.image_url,
  source_created_raw = excluded.source_created_raw, extra = excluded.extra,
  status = case when l.status in ('unscheduled', 'active') then excluded.status else l.status end,
  first_seen_at = least(l.first_seen_at, excluded.first_seen_at), row_hash = excluded.row_hash,
  source_file_id = excluded.source_file_id, source_row_no = excluded.source_row_no,
  source_updated_at = excluded.source_updated_at, updated_at = now()
where l.source_updated_at is null or excluded.source_updated_at > l.source_updated_at;
insert into audit.lot_events (lot_id, kind, at, changes, file_id, row_no)
select c.lot_id, c.kind, t.snapshot_at, c.changes, t.file_id, c.row_no from changed c cross join this_load t
union all
select d.lot_id, 'relisted', t.snapshot_at,
  jsonb_build_object('previous_lot_id', jsonb_build_array(null, d.previous_lot_id)), t.file_id, d.row_no
from decided d cross join this_load t where d.previous_lot_id is not null;
with gone as (
  select l.id, l.status from vehicle.lots l cross join this_load t
  where l.source = t.source and l.status in ('unscheduled', 'active') and not l.is_removed
    and not exists (select from incoming i where i.lot_external_id = l.lot_external_id)
), updated as (
  update vehicle.lots l set status = 'pending_result', disappeared_at = t.snapshot_at, updated_at = now()
  from gone g cross join this_load t where l.id = g.id
  returning l.id
)
insert into audit.lot_events (lot_id, kind, at, changes, file_id)
select g.id, 'disappeared', t.snapshot_at,
  jsonb_build_object('status', jsonb_build_array(g.status, 'pending_result')), t.file_id
from gone g join updated u on u.id = g.id cross join this_load t;
insert into raw.rows (file_id, row_no, line_no, row_hash, lot_external_id, vin_raw, verdict, codes, effect, ingested_at)
select t.file_id, i.row_no, i.row_no, i.row_hash, i.lot_external_id, i.vin_raw, 'ok', '{}', d.effect, f.ingested_at
from decided d
join incoming i on i.row_no = d.row_no
cross join this_load t
join raw.csv_files f on f.file_id = t.file_id
where d.effect in ('inserted', 'updated')
