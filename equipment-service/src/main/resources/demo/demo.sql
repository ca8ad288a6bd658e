-- The demo organisation: five machines, their meters, plans, telemetry and a zone. Statements are parted by a line
-- of "--;" and run in one transaction; now is the same instant in all of them, that of the unit of work.
insert into equipment (tenant_id, equipment_id, name, name_ar, equipment_type, status, brand, model, serial_number,
  year, purchase_date, horsepower, fuel_capacity_liters, current_fuel_percent, current_hours, field_id, location_name,
  current_lat, current_lon, last_maintenance_at, next_maintenance_at, next_maintenance_hours, qr_code, metadata,
  due_stage, created_at, updated_at, current_fuel_at, current_hours_at, current_position_at, last_seen_at)
select current_setting('app.tenant_id'), m.id, m.name, m.name_ar, m.type, m.status, m.brand, m.model, m.serial, m.year,
  cast(m.bought as timestamptz), m.hp, m.tank, m.fuel, m.hours, m.field, m.place, m.lat, m.lon,
  now() - make_interval(days => m.last_days), now() + make_interval(days => m.next_days), m.next_hours, m.qr, m.metadata,
  m.due_stage, now() - make_interval(days => m.created_days), now() - m.seen,
  case when m.fuel is not null then now() - m.seen end, now() - m.seen,
  case when m.lat is not null then now() - m.seen end, now() - m.seen
from (values
  ('eq_001', 'John Deere 8R 410', 'جون ديري 8R 410', 'tractor', 'operational', 'John Deere', '8R 410',
    'JD8R410-2023-001', 2023, '2023-03-15T00:00:00Z', 410, 800, 75, 1250, 'field_north', 'الحقل الشمالي - القطاع C',
    15.3694, 44.1910, 30, 60, 1500, 'QR_EQ001_JD8R410', cast(null as jsonb), 'due_soon', 365, interval '2 hours'),
  ('eq_002', 'DJI Agras T40', 'درون دي جي آي أجراس T40', 'drone', 'maintenance', 'DJI', 'Agras T40',
    'DJI-T40-2024-012', 2024, '2024-01-10T00:00:00Z', null, null, 100, 320, null, 'الورشة',
    null, null, 5, null, null, 'QR_EQ002_DJIT40',
    jsonb_build_object('battery_cycles', 120, 'max_payload_kg', 40), 'overdue', 180, interval '2 days'),
  ('eq_003', 'Grundfos Submersible Pump', 'مضخة غاطسة جروندفوس', 'pump', 'operational', 'Grundfos', 'SP 46-7',
    'GF-SP467-2022-045', 2022, null, 15, null, null, 8500, 'field_north', 'البئر رقم 1',
    null, null, 90, 30, null, 'QR_EQ003_GFPUMP',
    jsonb_build_object('flow_rate_m3h', 46, 'head_m', 150), 'ok', 500, interval '1 day'),
  ('eq_004', 'New Holland CR9.90', 'حاصدة نيو هولاند', 'harvester', 'inactive', 'New Holland', 'CR9.90',
    'NH-CR990-2021-008', 2021, null, 653, 1100, 40, 890, null, 'المخزن',
    null, null, 120, null, null, 'QR_EQ004_NHCR9', null, 'ok', 800, interval '30 days'),
  ('eq_005', 'Valley Center Pivot', 'رشاش محوري فالي', 'pivot', 'operational', 'Valley', '8000 Series',
    'VL-8K-2020-023', 2020, null, null, null, null, 15000, 'field_south', 'الحقل الجنوبي',
    null, null, 45, 45, null, 'QR_EQ005_VPIVOT',
    jsonb_build_object('coverage_ha', 50, 'spans', 7), 'ok', 1200, interval '12 hours')
) as m (id, name, name_ar, type, status, brand, model, serial, year, bought, hp, tank, fuel, hours, field, place,
  lat, lon, last_days, next_days, next_hours, qr, metadata, due_stage, created_days, seen)
--;
insert into equipment_meters (tenant_id, meter_id, equipment_id, kind, installed_at, first_reading, last_reading,
  last_reading_at)
select tenant_id, replace(equipment_id, 'eq_', 'meter_'), equipment_id, 'hours', created_at, 0, current_hours, updated_at
from equipment
--;
insert into equipment_status_history (tenant_id, equipment_id, status, from_at, changed_by)
select tenant_id, equipment_id, status, created_at, 'system' from equipment
--;
insert into maintenance_plans (tenant_id, plan_id, equipment_id, name, name_ar, maintenance_type, interval_hours,
  interval_days, lead_hours, lead_days, is_primary, last_done_at, last_done_hours, next_due_at, next_due_hours,
  next_check_at, stage, forecast_due_at, forecast)
select current_setting('app.tenant_id'), p.id, p.machine, p.name, p.name_ar, p.type, p.every_hours, p.every_days,
  p.lead_hours, p.lead_days, p.is_primary, now() - make_interval(days => p.done_days), p.done_hours,
  now() + make_interval(days => p.every_days - p.done_days), p.done_hours + p.every_hours,
  now() + make_interval(hours => p.check_hours), p.stage, now() + make_interval(hours => p.forecast_hours),
  case when p.every_hours is not null
    then jsonb_build_object('rate_per_day', 5, 'window_days', 28, 'readings', 57, 'confidence', 'high') end
from (values
  ('plan_001', 'eq_001', 'Engine oil', 'زيت المحرك', 'oil_change', 250, cast(null as int), 75, 7, false, 40, 1050,
    cast(null as int), 'due_soon', 10 * 24 - 2),
  ('plan_002', 'eq_001', 'General service', 'صيانة عامة', 'general_service', 400, 90, 50, 7, true, 30, 1100,
    53 * 24, 'ok', 50 * 24 - 2),
  ('plan_003', 'eq_002', 'Battery check', 'فحص البطارية', 'battery_check', null, 90, 50, 8, false, 92, null,
    20 * 24 + 12, 'overdue', -2 * 24),
  ('plan_004', 'eq_003', 'General service', 'صيانة عامة', 'general_service', null, 120, 50, 7, true, 90, null,
    23 * 24, 'ok', 30 * 24),
  ('plan_005', 'eq_005', 'General service', 'صيانة عامة', 'general_service', null, 90, 50, 7, true, 45, null,
    38 * 24, 'ok', 45 * 24)
) as p (id, machine, name, name_ar, type, every_hours, every_days, lead_hours, lead_days, is_primary, done_days,
  done_hours, check_hours, stage, forecast_hours)
--;
insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, received_at, sample_key, source, fuel_percent,
  hours, total_hours, lat, lon)
select current_setting('app.tenant_id'), 'eq_001', at, at, gen_random_uuid(), 'device', 35 + 5 * ((8 + n) % 13),
  1250 - 2.5 * n, 1250 - 2.5 * n, 15.3694 + 0.0005 * (n % 4), 44.1910 + 0.0005 * (n % 3)
from (select n, now() - interval '2 hours' - n * interval '12 hours' as at from generate_series(0, 60) n) samples
--;
insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, received_at, sample_key, source, hours,
  total_hours)
select current_setting('app.tenant_id'), 'eq_005', at, at, gen_random_uuid(), 'device', 15000 - 6 * n, 15000 - 6 * n
from (select n, now() - interval '12 hours' - n * interval '1 day' as at from generate_series(0, 30) n) samples
--;
insert into equipment_usage_dirty (tenant_id, equipment_id, day)
select distinct tenant_id, equipment_id, cast(recorded_at at time zone 'UTC' as date) from equipment_telemetry
--;
insert into geofences (tenant_id, zone_id, name, name_ar, shape, center_lat, center_lon, radius_m)
values (current_setting('app.tenant_id'), 'zone_001', 'North field', 'الحقل الشمالي', 'circle', 15.3694, 44.1910, 1000)
--;
insert into geofence_presence (tenant_id, zone_id, equipment_id, inside, since)
values (current_setting('app.tenant_id'), 'zone_001', 'eq_001', true, now() - interval '30 days 2 hours')
