-- Purpose: one search gives all that a list orders, filters and counts by, so that no match is read twice
-- Depends: V0191
-- Rollback: U0200__search_once.sql
-- Destructive: approved

-- What filters and orders of the list of machines name; the collation is that of the stored keys.
create type machine_match as (
    tenant_id varchar,
    equipment_id varchar,
    equipment_type varchar,
    status varchar,
    due_stage varchar,
    field_id varchar,
    brand varchar,
    model varchar,
    vin_key text collate "C",
    name_key text collate "C",
    year int,
    current_hours numeric,
    created_at timestamptz,
    updated_at timestamptz,
    last_seen_at timestamptz,
    next_maintenance_at timestamptz
);

-- Whoever makes a function must be able to create in the schema, and only then.
grant create on schema public to equipment_search;
set role equipment_search;

drop function search_machine_ids(text, int, boolean);

-- Raises QM001 beyond max_rows, and whoever asked then filters row by row: so many matches lie close to each other in
-- any order.
-- The index is asked for a few letters of each run of letters and digits: every trigram costs the list of all rows that
-- have it, and those at the beginning of "SC-00..." name every machine. One trigram is enough of a word of letters beside
-- others. What it finds is compared with the whole words.
-- Nor is it asked for a tenant that holds much of the table, whose list is longer than all others.
create function search_machines(q text, max_rows int default 30000)
    returns setof machine_match
    language plpgsql stable security definer rows 1000
    set search_path = pg_catalog, public, pg_temp
    set work_mem = '16MB'
as $$
declare
    tenant varchar := required_tenant();
    share  real;
    parts  text;
    found  bigint;
begin
    select sum(n) / (select reltuples from pg_class where oid = 'public.equipment'::regclass) into share
      from equipment_counts where tenant_id = tenant;
    -- every part as a literal of its own, so that the planner knows which trigrams it has
    select string_agg(format(' and search_text like %L', '%' || part || '%'), '') into parts
      from (select run, count(*) filter (where length(run) >= 3) over () as runs
              from regexp_split_to_table(fold_search(q), '[^[:alnum:]]+') as run) as asked,
        unnest(array[right(run, case when runs > 1 and run !~ '[0-9]' then 3 else 4 end),
                     case when length(run) >= 8 and (runs = 1 or run ~ '[0-9]') then left(run, 4) end]) as part
      where length(part) >= 3;
    if parts is null then
        select string_agg(format(' and search_text like %L', pattern), '') into parts
          from unnest(search_patterns(q)) as pattern;
    end if;
    return query execute
        'select tenant_id, equipment_id, equipment_type, status, due_stage, field_id, brand, model, vin_key, name_key,
           year, current_hours, created_at, updated_at, last_seen_at, next_maintenance_at
         from equipment where '
        || case when share > 0.25 then 'tenant_id || '''' = $1' else 'tenant_id = $1' end
        || ' and deleted_at is null' || coalesce(parts, '') || ' and search_text like all ($3) limit $2'
        using tenant, max_rows + 1, search_patterns(q);
    get diagnostics found = row_count;
    if found > max_rows then
        raise exception 'more than % machines match', max_rows using errcode = 'QM001';
    end if;
end
$$;

revoke all on function search_machines(text, int) from public;
grant execute on function search_machines(text, int) to equipment_app, equipment_system;

reset role;
revoke create on schema public from equipment_search;
