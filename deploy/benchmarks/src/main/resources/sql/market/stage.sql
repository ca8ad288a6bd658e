create temporary table staged (
  id text, yard_number text, yard_name text, sale_date text, day_of_week text, sale_time text, time_zone text,
  item text, lot_number text, vehicle_type text, year text, make text, model_group text, model_detail text,
  body_style text, color text, damage text, secondary_damage text, title_state text, title_type text, has_keys text,
  lot_condition text, vin text, odometer text, odometer_brand text, retail_value text, repair_cost text, engine text,
  drive text, transmission text, fuel text, cylinders text, runs_drives text, sale_status text, high_bid text,
  special_note text, city text, state text, zip text, country text, currency text, thumbnail text, created text,
  grid_row text, make_offer text, buy_it_now text, image_url text, trim text, updated text, rentals text,
  wholesale text, seller text, offsite_address text, offsite_state text, offsite_city text, offsite_zip text,
  sale_light text, auto_grade text, announcements text
) on commit drop
