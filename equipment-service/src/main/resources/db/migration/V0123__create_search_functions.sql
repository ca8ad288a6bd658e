-- Purpose: search by text, box and distance past the limits of row-level security, within the tenant
-- Depends: V0101
-- Rollback: U0123__create_search_functions.sql

-- These run as equipment_search, which may read every row, so each of them filters by the tenant itself and fails
-- without one. Not more than max_rows ids come back, in no order: whoever gets max_rows knows there are more.
create function search_patterns(q text) returns text[]
    language sql immutable parallel safe
    set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(array_agg(
                        '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' order by length(word) desc, word),
                    '{}'::text[])
    from regexp_split_to_table(fold_search(q), '\s+') as word
    where word <> ''
$$;

create function required_tenant() returns varchar
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    tenant varchar := nullif(current_setting('app.tenant_id', true), '');
begin
    if tenant is null then
        raise exception 'app.tenant_id is not set' using errcode = '42501';
    end if;
    return tenant;
end
$$;

create function search_machine_ids(q text, max_rows int default 10001, with_deleted boolean default false)
    returns setof varchar
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    tenant varchar := required_tenant();
    words  text := '';
begin
    -- every word as a literal of its own, so that the planner starts with the rarest
    select coalesce(string_agg(format(' and search_text like %L', pattern), ''), '') into words
      from unnest(search_patterns(q)) as pattern;
    return query execute
        'select equipment_id from equipment where tenant_id = $1'
        || case when with_deleted then '' else ' and deleted_at is null' end || words || ' limit $2'
        using tenant, max_rows;
end
$$;

-- A box may cross the antimeridian (min_lon > max_lon). The index answers with the cube around the box, then exactly.
create function box_machine_ids(min_lon double precision, min_lat double precision,
                                max_lon double precision, max_lat double precision,
                                max_rows int default 10001)
    returns setof varchar
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
declare
    tenant varchar := required_tenant();
    width  double precision := case when min_lon <= max_lon then max_lon - min_lon else max_lon - min_lon + 360 end;
    lons   double precision[];
    c_min  double precision := least(cosd(min_lat), cosd(max_lat));
    c_max  double precision := case when min_lat <= 0 and max_lat >= 0 then 1
                                    else greatest(cosd(min_lat), cosd(max_lat)) end;
    x_min double precision;
    x_max double precision;
    y_min double precision;
    y_max double precision;
    around cube;
begin
    -- both ends, and the quarter turns between them, where sine and cosine have their extremes
    lons := array[min_lon, max_lon] || coalesce(
        (select array_agg(t) from generate_series(-180, 540, 90) as t where t between min_lon and min_lon + width), '{}');
    select min(c * cosd(l)), max(c * cosd(l)), min(c * sind(l)), max(c * sind(l))
      into x_min, x_max, y_min, y_max
      from unnest(lons) as l, unnest(array[c_min, c_max]) as c;
    around := cube_enlarge(cube(array[x_min, y_min, sind(min_lat)], array[x_max, y_max, sind(max_lat)]), 1e-9, 3);
    return query
        select e.equipment_id from equipment e
        where e.tenant_id = tenant and e.deleted_at is null and e.position <@ around
          and e.current_lat between min_lat::numeric and max_lat::numeric
          and case when min_lon <= max_lon then e.current_lon between min_lon::numeric and max_lon::numeric
                   else e.current_lon >= min_lon::numeric or e.current_lon <= max_lon::numeric end
        limit max_rows;
end
$$;

-- Nearest first, in the order of the index (hence no sort); great circle on a sphere of 6371008.8 m.
create function nearest_machines(lat double precision, lon double precision,
                                 max_rows int default 10,
                                 max_distance_m double precision default null,
                                 equipment_types varchar[] default null,
                                 statuses varchar[] default null,
                                 position_since timestamptz default null)
    returns table (equipment_id varchar, distance_m double precision)
    language plpgsql stable security definer rows 10
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_sort = off
as $$
#variable_conflict use_column
declare
    radius constant double precision := 6371008.8;
    tenant varchar := required_tenant();
    here   cube := cube(array[cosd(lat) * cosd(lon), cosd(lat) * sind(lon), sind(lat)]);
    chord  double precision := case when max_distance_m is null or max_distance_m >= pi() * radius then 2.1
                                    else 2 * sin(max_distance_m / (2 * radius)) end;
    around cube := cube_enlarge(here, chord + 1e-9, 3);
begin
    return query
        select e.equipment_id, 2 * radius * asin(least(1, (e.position <-> here) / 2))
        from equipment e
        where e.tenant_id = tenant and e.deleted_at is null
          and e.position <@ around and (e.position <-> here) <= chord
          and (equipment_types is null or e.equipment_type = any (equipment_types))
          and (statuses is null or e.status = any (statuses))
          and (position_since is null or e.current_position_at >= position_since)
        order by e.position <-> here
        limit max_rows;
end
$$;

grant select on equipment to equipment_search;
create policy search_access on equipment for select to equipment_search using (true);

revoke all on function required_tenant() from public;
revoke all on function search_machine_ids(text, int, boolean) from public;
revoke all on function box_machine_ids(
    double precision, double precision, double precision, double precision, int) from public;
revoke all on function nearest_machines(
    double precision, double precision, int, double precision, varchar[], varchar[], timestamptz) from public;
grant execute on function required_tenant() to equipment_search;
grant execute on function search_machine_ids(text, int, boolean) to equipment_app, equipment_system;
grant execute on function box_machine_ids(
    double precision, double precision, double precision, double precision, int) to equipment_app, equipment_system;
grant execute on function nearest_machines(
    double precision, double precision, int, double precision, varchar[], varchar[], timestamptz)
    to equipment_app, equipment_system;

-- A new owner must be able to create in the schema at the moment of the change, and only then.
grant create on schema public to equipment_search;
alter function search_machine_ids(text, int, boolean) owner to equipment_search;
alter function box_machine_ids(
    double precision, double precision, double precision, double precision, int) owner to equipment_search;
alter function nearest_machines(
    double precision, double precision, int, double precision, varchar[], varchar[], timestamptz)
    owner to equipment_search;
revoke create on schema public from equipment_search;
