-- Purpose: takes back V0191
-- Depends: V0191
-- Rollback: V0191__search_by_parts.sql
-- Destructive: approved

-- Whoever replaces a function must be its owner, and able to create in the schema, and only then.
grant create on schema public to equipment_search;
set role equipment_search;

create or replace function search_machine_ids(
    q text, max_rows int default 10000, with_deleted boolean default false)
    returns setof varchar
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    tenant varchar := required_tenant();
    words  text := '';
    found  bigint;
begin
    -- every word as a literal of its own, so that the planner starts with the rarest
    select coalesce(string_agg(format(' and search_text like %L', pattern), ''), '') into words
      from unnest(search_patterns(q)) as pattern;
    return query execute
        'select equipment_id from equipment where tenant_id = $1'
        || case when with_deleted then '' else ' and deleted_at is null' end || words || ' limit $2'
        using tenant, max_rows + 1;
    get diagnostics found = row_count;
    if found > max_rows then
        raise exception 'more than % machines match', max_rows using errcode = 'QM001';
    end if;
end
$$;

reset role;
revoke create on schema public from equipment_search;

drop policy search_access on equipment_counts;
revoke select on equipment_counts from equipment_search;
