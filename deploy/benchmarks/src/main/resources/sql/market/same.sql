-- One number for all that a feed says of the lots.
select count(*) || ' lots, ' || sum(hashtextextended(concat_ws('|', lot_external_id, status,
  vin, vin_raw, vin_kind, vin_check, auction_datetime_utc, auction_date, sale_date_raw, sale_time_raw, tz_raw,
  tz_zone, tz_confidence, sale_type, sale_status_raw, yard_number, yard_name, item_number, vehicle_type, year, make,
  model_group, model_detail, trim, body_style, color, engine, cylinders, drive, drive_raw, transmission,
  transmission_raw, fuel, fuel_raw, title_state, title_type, title_group, damage_description, damage_code,
  secondary_damage, secondary_damage_code, has_keys, runs_drives, runs_drives_raw, lot_condition_code, odometer,
  odometer_raw, odometer_unit, odometer_brand, odometer_reading, retail_value, repair_cost, current_bid, buy_it_now,
  currency_code, special_note, location_city, location_state, location_zip, location_country, grid_row,
  make_offer_eligible, is_rental, is_wholesale, seller_name, offsite, sale_light, auto_grade, announcements,
  image_thumbnail_url, image_url, source_created_raw, extra, source_updated_at), 0))
from vehicle.lots
