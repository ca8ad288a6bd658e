-- Purpose: derive equipment_usage_daily from telemetry; the background tick and the usage endpoint call the same
-- Depends: V0105, V0107, V0125, V0135
-- Rollback: U0136__create_usage_functions.sql

-- Warnings are "code:field", or a code that begins with its field. A doubted value has no effect on usage.
-- Strict, so that the many samples without warnings cost no call.
create function is_doubted(warnings text[], field text) returns boolean
    language sql immutable strict parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from unnest(warnings) warning
        where case when strpos(warning, ':') = 0 then starts_with(warning, field || '_')
                   when field = 'position' then split_part(warning, ':', 2) in ('position', 'lat', 'lon')
                   else split_part(warning, ':', 2) = field end)
$$;

-- Haversine on a sphere of the earth's mean radius (IUGG). Null with any null; simple enough to be inlined.
create function great_circle_km(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8
    language sql immutable parallel safe
as $$
    select 2 * 6371.0088 * asin(sqrt(power(sind((lat2 - lat1) / 2), 2)
        + cosd(lat1) * cosd(lat2) * power(sind((lon2 - lon1) / 2), 2)) * 0.9999999999999998)
$$;

-- What the samples of one stretch of time tell by themselves.
create function usage_facts(machine_tenant text, machine text, starts timestamptz, ends timestamptz,
        out samples int, out first_at timestamptz, out last_at timestamptz,
        out hours numeric[], out hours_at timestamptz[], out km numeric[], out km_at timestamptz[],
        out lats float8[], out lons float8[], out path_km numeric)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    with plausible as materialized (
        select recorded_at, sample_key,
            case when is_doubted(warnings, 'hours') is not true then total_hours end as hours,
            case when is_doubted(warnings, 'km') is not true then total_km end as km,
            case when is_doubted(warnings, 'position') is not true then lat end as lat,
            lon
        from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine and recorded_at >= starts and recorded_at < ends
        order by recorded_at, sample_key),
    -- an aggregate takes its rows as they come, so the arrays run by time; they hold the first and the last alone
    told as (
        select count(*)::int as samples, min(recorded_at) as first_at, max(recorded_at) as last_at,
            array_agg(hours) filter (where hours is not null) as hours,
            array_agg(recorded_at) filter (where hours is not null) as hours_at,
            array_agg(km) filter (where km is not null) as km,
            array_agg(recorded_at) filter (where km is not null) as km_at,
            array_agg(lat) filter (where lat is not null) as lats,
            array_agg(lon) filter (where lat is not null) as lons
        from plausible),
    steps as (
        select great_circle_km(lat_before, lon_before, lat, lon) as step
        from (
            select lat, lon, lag(lat) over w as lat_before, lag(lon) over w as lon_before
            from plausible where lat is not null window w as (order by recorded_at, sample_key)) positioned)
    select samples, first_at, last_at, hours, hours_at, km, km_at, lats, lons,
        (select round(coalesce(sum(step), 0)::numeric, 3) from steps)
    from told
$$;

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

-- Writes what the samples of the given days tell.
create function derive_usage_facts(machine_tenant text, machine text, days date[]) returns void
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    insert into equipment_usage_daily (tenant_id, equipment_id, day, samples, first_at, last_at,
        hours_readings, first_hours, first_hours_at, last_hours, last_hours_at,
        km_readings, first_km, first_km_at, last_km, last_km_at,
        first_lat, first_lon, last_lat, last_lon, path_km)
    select machine_tenant, machine, d.day, f.samples, f.first_at, f.last_at,
        coalesce(cardinality(f.hours), 0), f.hours[1], f.hours_at[1],
        f.hours[cardinality(f.hours)], f.hours_at[cardinality(f.hours)],
        coalesce(cardinality(f.km), 0), f.km[1], f.km_at[1], f.km[cardinality(f.km)], f.km_at[cardinality(f.km)],
        f.lats[1], f.lons[1], f.lats[cardinality(f.lats)], f.lons[cardinality(f.lons)], f.path_km
    from unnest(days) d (day) cross join lateral usage_facts(machine_tenant, machine,
        d.day::timestamp at time zone 'UTC', (d.day + 1)::timestamp at time zone 'UTC') f
    on conflict (tenant_id, equipment_id, day) do update set
        samples = excluded.samples, first_at = excluded.first_at, last_at = excluded.last_at,
        hours_readings = excluded.hours_readings,
        first_hours = excluded.first_hours, first_hours_at = excluded.first_hours_at,
        last_hours = excluded.last_hours, last_hours_at = excluded.last_hours_at,
        km_readings = excluded.km_readings,
        first_km = excluded.first_km, first_km_at = excluded.first_km_at,
        last_km = excluded.last_km, last_km_at = excluded.last_km_at,
        first_lat = excluded.first_lat, first_lon = excluded.first_lon,
        last_lat = excluded.last_lat, last_lon = excluded.last_lon, path_km = excluded.path_km
$$;

-- Writes what the days from one to another (both included) use, from the ends of the days and of their neighbours.
create function derive_usage_between(machine_tenant text, machine text, from_day date, to_day date) returns void
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

-- Derives the dirty days of a machine, and the days up to the neighbouring readings, which they change too; returns
-- the number of dirty days. A day stays dirty when it was noted again meanwhile: its xmin is then another than was seen.
create function derive_usage(machine_tenant text, machine text) returns int
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    days     date[];
    versions text[];
    low      date;
    high     date;
    touched  boolean[];
begin
    perform pg_advisory_xact_lock(hashtextextended('equipment.usage/' || machine_tenant || '/' || machine, 0));
    select array_agg(day order by day), array_agg(xmin::text order by day) into days, versions
    from equipment_usage_dirty where tenant_id = machine_tenant and equipment_id = machine;
    if days is null then
        return 0;
    end if;
    low := days[1];
    high := days[cardinality(days)];
    touched := usage_touched(machine_tenant, machine, days);
    perform derive_usage_facts(machine_tenant, machine, days);
    touched := array(select a or b from unnest(touched, usage_touched(machine_tenant, machine, days)) t (a, b));
    -- every day from the first to the last has its row, so that the sum over days is what was used between them
    insert into equipment_usage_daily (tenant_id, equipment_id, day)
    select machine_tenant, machine, s.at::date
    from generate_series(
        coalesce((select max(day) from equipment_usage_daily
                  where tenant_id = machine_tenant and equipment_id = machine and day < low), low)::timestamp,
        coalesce((select min(day) from equipment_usage_daily
                  where tenant_id = machine_tenant and equipment_id = machine and day > high), high)::timestamp,
        interval '1 day') s (at)
    on conflict do nothing;
    perform derive_usage_between(machine_tenant, machine,
        least(low,
            case when touched[1] then (select max(day) from equipment_usage_daily where tenant_id = machine_tenant
                and equipment_id = machine and day < low and first_hours_at is not null) end,
            case when touched[2] then (select max(day) from equipment_usage_daily where tenant_id = machine_tenant
                and equipment_id = machine and day < low and first_km_at is not null) end),
        greatest(high,
            case when touched[1] then (select min(day) from equipment_usage_daily where tenant_id = machine_tenant
                and equipment_id = machine and day > high and first_hours_at is not null) end,
            case when touched[2] then (select min(day) from equipment_usage_daily where tenant_id = machine_tenant
                and equipment_id = machine and day > high and first_km_at is not null) end,
            case when touched[3] then (select min(day) from equipment_usage_daily where tenant_id = machine_tenant
                and equipment_id = machine and day > high and first_lat is not null) end));
    -- a row that is locked belongs to samples on their way: waiting for them could end in a deadlock
    delete from equipment_usage_dirty
    where tenant_id = machine_tenant and equipment_id = machine and day in (
        select d.day from equipment_usage_dirty d join unnest(days, versions) seen (day, version) on d.day = seen.day
        where d.tenant_id = machine_tenant and d.equipment_id = machine and d.xmin::text = seen.version
        for update of d skip locked);
    return cardinality(days);
end
$$;

-- Whether any of the days has a reading of hours, of kilometres, and a position.
create function usage_touched(machine_tenant text, machine text, days date[]) returns boolean[]
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select array[coalesce(bool_or(first_hours_at is not null), false), coalesce(bool_or(first_km_at is not null), false),
                 coalesce(bool_or(first_lat is not null), false)]
    from equipment_usage_daily where tenant_id = machine_tenant and equipment_id = machine and day = any (days)
$$;

-- Derives all days of a machine that telemetry still holds anew; days whose samples were dropped by age stay.
create function rebuild_usage(machine_tenant text, machine text) returns int
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    -- from day to day by the index, and not through all samples
    with recursive held (day) as (
        select (min(recorded_at) at time zone 'UTC')::date from equipment_telemetry
        where tenant_id = machine_tenant and equipment_id = machine
        union all
        select (select (min(t.recorded_at) at time zone 'UTC')::date from equipment_telemetry t
                where t.tenant_id = machine_tenant and t.equipment_id = machine
                  and t.recorded_at >= (held.day + 1)::timestamp at time zone 'UTC')
        from held where held.day is not null)
    insert into equipment_usage_dirty (tenant_id, equipment_id, day)
    select machine_tenant, machine, day from held where day is not null
    union
    select machine_tenant, machine, u.day from equipment_usage_daily u
    where u.tenant_id = machine_tenant and u.equipment_id = machine and u.day >= (select min(day) from held)
    on conflict do nothing;
    select derive_usage(machine_tenant, machine)
$$;

do $$
declare
    made regprocedure;
begin
    for made in select oid::regprocedure from pg_proc
                where pronamespace = 'public'::regnamespace
                  and proname in ('is_doubted', 'great_circle_km', 'usage_facts', 'usage_hours_at', 'usage_km_at',
                                  'derive_usage_facts', 'derive_usage_between', 'derive_usage', 'usage_touched',
                                  'rebuild_usage')
    loop
        execute format('revoke all on function %s from public', made);
        execute format('grant execute on function %s to equipment_app, equipment_system', made);
    end loop;
end
$$;
