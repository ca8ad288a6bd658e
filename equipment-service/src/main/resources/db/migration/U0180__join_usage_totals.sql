-- Purpose: takes back V0180
-- Depends: V0180
-- Rollback: V0180__join_usage_totals.sql
-- Destructive: approved

-- The hours of a machine at a time, by linear interpolation between the plausible readings around it; before the
-- first and after the last reading those hold. Null without a reading. Days must be derived.
create function usage_hours_at(machine_tenant text, machine text, moment timestamptz) returns numeric
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    today        date := (moment at time zone 'UTC')::date;
    starts       timestamptz := today::timestamp at time zone 'UTC';
    before_at    timestamptz;
    before_total numeric;
    after_at     timestamptz;
    after_total  numeric;
begin
    if moment > starts then
        select recorded_at, total_hours into before_at, before_total from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine and recorded_at >= starts and recorded_at < moment
          and total_hours is not null and is_doubted(warnings, 'hours') is not true
        order by recorded_at desc, sample_key desc limit 1;
        select recorded_at, total_hours into after_at, after_total from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine
          and recorded_at >= moment and recorded_at < starts + interval '24 hours'
          and total_hours is not null and is_doubted(warnings, 'hours') is not true
        order by recorded_at, sample_key limit 1;
    end if;
    if before_at is null then
        select last_hours_at, last_hours into before_at, before_total from equipment_usage_daily
        where tenant_id = machine_tenant and equipment_id = machine and day < today and first_hours_at is not null
        order by day desc limit 1;
    end if;
    if after_at is null then
        select first_hours_at, first_hours into after_at, after_total from equipment_usage_daily
        where tenant_id = machine_tenant and equipment_id = machine
          and day >= today + (moment > starts)::int and first_hours_at is not null
        order by day limit 1;
    end if;
    return case when before_at is null then after_total when after_at is null then before_total
                else before_total + (after_total - before_total)
                     * (extract(epoch from moment - before_at) / extract(epoch from after_at - before_at)) end;
end
$$;

-- As usage_hours_at, for kilometres.
create function usage_km_at(machine_tenant text, machine text, moment timestamptz) returns numeric
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    today        date := (moment at time zone 'UTC')::date;
    starts       timestamptz := today::timestamp at time zone 'UTC';
    before_at    timestamptz;
    before_total numeric;
    after_at     timestamptz;
    after_total  numeric;
begin
    if moment > starts then
        select recorded_at, total_km into before_at, before_total from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine and recorded_at >= starts and recorded_at < moment
          and total_km is not null and is_doubted(warnings, 'km') is not true
        order by recorded_at desc, sample_key desc limit 1;
        select recorded_at, total_km into after_at, after_total from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine
          and recorded_at >= moment and recorded_at < starts + interval '24 hours'
          and total_km is not null and is_doubted(warnings, 'km') is not true
        order by recorded_at, sample_key limit 1;
    end if;
    if before_at is null then
        select last_km_at, last_km into before_at, before_total from equipment_usage_daily
        where tenant_id = machine_tenant and equipment_id = machine and day < today and first_km_at is not null
        order by day desc limit 1;
    end if;
    if after_at is null then
        select first_km_at, first_km into after_at, after_total from equipment_usage_daily
        where tenant_id = machine_tenant and equipment_id = machine
          and day >= today + (moment > starts)::int and first_km_at is not null
        order by day limit 1;
    end if;
    return case when before_at is null then after_total when after_at is null then before_total
                else before_total + (after_total - before_total)
                     * (extract(epoch from moment - before_at) / extract(epoch from after_at - before_at)) end;
end
$$;

revoke all on function usage_hours_at(text, text, timestamptz) from public;
revoke all on function usage_km_at(text, text, timestamptz) from public;
grant execute on function usage_hours_at(text, text, timestamptz) to equipment_app, equipment_system;
grant execute on function usage_km_at(text, text, timestamptz) to equipment_app, equipment_system;

-- Writes what the days from one to another (both included) use, from the ends of the days and of their neighbours.
create or replace function derive_usage_between(machine_tenant text, machine text, from_day date, to_day date) returns void
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    with edges as (
        select e.at::date as day,
            usage_hours_at(machine_tenant, machine, e.at at time zone 'UTC') as hours,
            usage_km_at(machine_tenant, machine, e.at at time zone 'UTC') as km
        from generate_series(from_day::timestamp, (to_day + 1)::timestamp, interval '1 day') e (at)),
    used as (
        select day, round(coalesce(lead(hours) over w - hours, 0), 3) as hours_used,
            round(coalesce(lead(km) over w - km, 0), 3) as km_used
        from edges window w as (order by day)),
    gone as (
        select u.day, u.hours_used, u.km_used, round(d.path_km + coalesce((
            select great_circle_km(p.last_lat, p.last_lon, d.first_lat, d.first_lon) from equipment_usage_daily p
            where p.tenant_id = machine_tenant and p.equipment_id = machine and p.day < d.day
              and p.first_lat is not null
            order by p.day desc limit 1), 0)::numeric, 3) as distance_km
        from used u join equipment_usage_daily d
            on d.tenant_id = machine_tenant and d.equipment_id = machine and d.day = u.day
        where u.day <= to_day)
    update equipment_usage_daily d
    set hours_used = gone.hours_used, km_used = gone.km_used, distance_km = gone.distance_km
    from gone
    where d.tenant_id = machine_tenant and d.equipment_id = machine and d.day = gone.day
      and (d.hours_used, d.km_used, d.distance_km)
          is distinct from (gone.hours_used, gone.km_used, gone.distance_km)
$$;

drop function usage_total_at(text, text, text, timestamptz);
