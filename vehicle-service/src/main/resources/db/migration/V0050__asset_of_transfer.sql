-- Purpose: what both sides of a transfer request see of the vehicle, which stands in the giver's tenant alone
-- Depends: V0021
-- Rollback: U0050__asset_of_transfer.sql

grant select on vehicle.assets, vehicle.odometer_readings, vehicle.vehicle_transfer_requests to vehicle_search;
create policy search_access on vehicle.assets for select to vehicle_search using (true);
create policy search_access on vehicle.odometer_readings for select to vehicle_search using (true);
create policy search_access on vehicle.vehicle_transfer_requests for select to vehicle_search using (true);

-- The last reading is the one before the request.
create function vehicle.asset_of_transfer(request uuid) returns jsonb
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('id', a.id, 'vin', a.vin, 'make', a.make, 'model', a.model, 'year', a.year,
    'last_value', o.reading,
    'last_unit', o.unit)
  from vehicle.vehicle_transfer_requests r
  join vehicle.assets a on a.tenant_id = r.tenant_id and a.id = r.asset_id
  left join lateral (
    select reading, unit from vehicle.odometer_readings
    where tenant_id = r.tenant_id and asset_id = r.asset_id and read_at <= r.requested_at
      and source_ref is distinct from cast(r.id as text)
    order by read_at desc, id desc
    limit 1) o on true
  where r.id = request and (select current_setting('app.tenant_id', true)) in (r.tenant_id, r.target_tenant_id)
$$;
revoke all on function vehicle.asset_of_transfer(uuid) from public;
grant execute on function vehicle.asset_of_transfer(uuid) to vehicle_app;
grant create on schema vehicle to vehicle_search;
alter function vehicle.asset_of_transfer(uuid) owner to vehicle_search;
revoke create on schema vehicle from vehicle_search;
