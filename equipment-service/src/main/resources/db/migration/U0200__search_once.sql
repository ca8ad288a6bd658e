-- Purpose: takes back V0200
-- Depends: V0200
-- Rollback: V0200__search_once.sql
-- Destructive: approved

-- Whoever makes a function must be able to create in the schema, and only then.
grant create on schema public to equipment_search;
set role equipment_search;

drop function search_machines(text, int);

create function search_machine_ids(
    q text, max_rows int default 10000, with_deleted boolean default false)
    returns setof varchar
    language plpgsql stable security definer rows 100
    set search_path = pg_catalog, public, pg_temp
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
      from regexp_split_to_table(fold_search(q), '[^[:alnum:]]+') as run,
        unnest(array[right(run, 4), case when length(run) >= 8 then left(run, 4) end]) as part
      where length(part) >= 3;
    if parts is null then
        select string_agg(format(' and search_text like %L', pattern), '') into parts
          from unnest(search_patterns(q)) as pattern;
    end if;
    return query execute
        'select equipment_id from equipment where '
        || case when share > 0.25 then 'tenant_id || '''' = $1' else 'tenant_id = $1' end
        || case when with_deleted then '' else ' and deleted_at is null' end
        || coalesce(parts, '') || ' and search_text like all ($3) limit $2'
        using tenant, max_rows + 1, search_patterns(q);
    get diagnostics found = row_count;
    if found > max_rows then
        raise exception 'more than % machines match', max_rows using errcode = 'QM001';
    end if;
end
$$;

revoke all on function search_machine_ids(text, int, boolean) from public;
grant execute on function search_machine_ids(text, int, boolean) to equipment_app, equipment_system;

reset role;
revoke create on schema public from equipment_search;

drop type machine_match;
