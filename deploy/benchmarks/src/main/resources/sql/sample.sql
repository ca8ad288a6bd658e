select equipment_id, current_hours, current_hours_at from equipment where equipment_id = $1 for update;
insert into equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, source, hours, total_hours, fuel_percent)
values (current_setting('app.tenant_id'), $1, clock_timestamp(), $2, 'device', $3::float8, $3::float8, $4::float8);
update equipment set current_hours = $2::float8, current_hours_at = now(), current_fuel_percent = $3::float8,
  current_fuel_at = now(), last_seen_at = now() where equipment_id = $1;
insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope)
values ($2, current_setting('app.tenant_id'), 'yardstick', $1, 'qm.equipment.yardstick', $3)
