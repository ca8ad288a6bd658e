select equipment_id from equipment
where tenant_id = 'bench' and equipment_id in (select equipment_id from staged) order by equipment_id for update;
create temporary table taken on commit drop as
with inserted as (
  insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, source, batch_id, fuel_percent,
    hours, total_hours, lat, lon, speed_kmh, engine_on)
  select 'bench', s.equipment_id, s.recorded_at, s.sample_key, 'device', 'batch_yardstick', s.fuel, s.hours, s.hours,
    s.lat, s.lon, s.speed, s.engine
  from staged s
  on conflict do nothing
  returning equipment_id, recorded_at, fuel_percent, hours, lat, lon)
select equipment_id, count(*) as accepted, min(recorded_at) as from_at, max(recorded_at) as to_at,
  (array_agg(row_to_json(inserted) order by recorded_at desc))[1] as newest
from inserted group by equipment_id;
insert into equipment_usage_dirty (tenant_id, equipment_id, day)
select distinct 'bench', equipment_id, (recorded_at at time zone 'UTC')::date from staged
on conflict (tenant_id, equipment_id, day) do update set updated_at = clock_timestamp();
update equipment e set current_fuel_percent = (t.newest ->> 'fuel_percent')::numeric, current_fuel_at = t.to_at,
  current_hours = (t.newest ->> 'hours')::numeric, current_hours_at = t.to_at,
  current_lat = (t.newest ->> 'lat')::numeric, current_lon = (t.newest ->> 'lon')::numeric,
  current_position_at = t.to_at, last_seen_at = now(), last_sample_at = t.to_at
from taken t where e.tenant_id = 'bench' and e.equipment_id = t.equipment_id;
insert into equipment_meters (tenant_id, meter_id, equipment_id, kind, installed_at, first_reading, last_reading,
  last_reading_at)
select 'bench', 'meter_' || md5(t.equipment_id), t.equipment_id, 'hours', t.from_at, 0,
  (t.newest ->> 'hours')::numeric, t.to_at
from taken t
where not exists (select from equipment_meters m where m.tenant_id = 'bench' and m.equipment_id = t.equipment_id);
update equipment_meters m set last_reading = (t.newest ->> 'hours')::numeric, last_reading_at = t.to_at
from taken t where m.tenant_id = 'bench' and m.equipment_id = t.equipment_id and m.kind = 'hours'
  and m.removed_at is null;
insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope)
select gen_random_uuid(), 'bench', 'yardstick', t.equipment_id, 'qm.equipment.bench.yardstick.recorded',
  json_build_object('specversion', '1.0', 'subject', t.equipment_id, 'tenantid', 'bench', 'data',
    json_build_object('equipment_id', t.equipment_id, 'batch_id', 'batch_yardstick', 'from', t.from_at, 'to', t.to_at,
      'accepted', t.accepted, 'warned', 0, 'current', t.newest))::text
from taken t
