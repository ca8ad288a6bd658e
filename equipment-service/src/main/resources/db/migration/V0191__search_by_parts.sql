-- Purpose: search by text reads a fraction of its index in a large tenant
-- Depends: V0104, V0162
-- Rollback: U0191__search_by_parts.sql

grant select on equipment_counts to equipment_search;
create policy search_access on equipment_counts for select to equipment_search using (true);

-- Whoever replaces a function must be its owner, and able to create in the schema, and only then.
grant create on schema public to equipment_search;
set role equipment_search;

-- The index is asked for a few letters of each run of letters and digits: every trigram costs the list of all rows that
-- have it, and those at the beginning of "SC-00..." name every machine. What it finds is compared with the whole words.
-- Nor is it asked for a tenant that holds much of the table, whose list is longer than all others.
create or replace function search_machine_ids(
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

reset role;
revoke create on schema public from equipment_search;
