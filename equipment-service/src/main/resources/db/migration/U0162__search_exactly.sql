-- Purpose: takes back V0162
-- Depends: V0162
-- Rollback: V0162__search_exactly.sql
-- Destructive: approved

-- Whoever replaces a function must be its owner, and able to create in the schema, and only then.
grant create on schema public to equipment_search;
set role equipment_search;


create or replace function search_machine_ids(q text, max_rows int default 10001, with_deleted boolean default false)
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

create or replace function box_machine_ids(min_lon double precision, min_lat double precision,
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

reset role;
revoke create on schema public from equipment_search;

drop function in_box(numeric, numeric, double precision, double precision, double precision, double precision);
