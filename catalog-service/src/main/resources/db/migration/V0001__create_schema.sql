-- Purpose: the schema, and what makes a table one of tenants, of all, or of both
-- Depends: V0000.26
-- Rollback: U0001__create_schema.sql
create schema catalog;
grant usage on schema catalog to catalog_app, catalog_system, catalog_search;

-- All rows are numbered by it.
create sequence catalog.ids;
grant usage on sequence catalog.ids to catalog_app, catalog_system;

-- What holds for every table: the name of its trigger, and each jsonb column as its default is, object or array.
create procedure catalog.complete_table(target regclass) language plpgsql as $$
declare
  base text := (select relname from pg_class where oid = target);
  member record;
begin
  execute format('alter trigger touch_updated_at on %s rename to %I', target, 'update_' || base || '_updated_at');
  for member in
    select a.attname, case when pg_get_expr(d.adbin, d.adrelid) like '''[%' then 'array' else 'object' end as kind
    from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = target and a.atttypid = 'jsonb'::regtype and a.attgenerated = ''
      and pg_get_expr(d.adbin, d.adrelid) <> '''null''::jsonb'
  loop
    execute format('alter table %s add constraint %I check (jsonb_typeof(%I) = %L)',
      target, format('%s_%s_json_check', base, member.attname), member.attname, member.kind);
  end loop;
end $$;

create procedure catalog.guard_tenant_table(target regclass, append_only boolean default false)
language plpgsql as $$
begin
  call platform.guard_tenant_table(target, append_only);
  call catalog.complete_table(target);
end $$;

create procedure catalog.guard_global_table(target regclass) language plpgsql as $$
begin
  call platform.guard_global_table(target);
  call catalog.complete_table(target);
end $$;

-- Rows of a tenant beside rows of all, whose tenant_id is null: a tenant reads both and writes his own.
create procedure catalog.guard_shared_table(target regclass) language plpgsql as $$
declare
  own text := 'tenant_id = (select current_setting(''app.tenant_id'', true))';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy shared_rows on %s for select to catalog_app using (tenant_id is null)', target);
  execute format('create policy tenant_isolation on %s to catalog_app using (%s) with check (%s)', target, own, own);
  execute format('create policy system_access on %s to catalog_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to catalog_app, catalog_system', target);
  execute format('create trigger touch_updated_at before update on %s
      for each row execute function platform.touch_updated_at()', target);
  call catalog.complete_table(target);
end $$;

-- Lets the definer functions read a table: they filter by the tenant themselves.
create procedure catalog.allow_search(target regclass) language plpgsql as $$
begin
  if (select relrowsecurity from pg_class where oid = target) then
    execute format('create policy search_access on %s for select to catalog_search using (true)', target);
  end if;
  execute format('grant select on %s to catalog_search', target);
end $$;

-- NB: whoever sets a version himself is left alone. Generated columns are still empty in new: they change with those
-- that they are made of.
create function catalog.raise_version() returns trigger language plpgsql as $$
begin
  if new.version = old.version and to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv then
    new.version := old.version + 1;
  end if;
  return new;
end $$;

-- Gives a table the column version, which the ETag shows; columns that no view shows do not count.
create procedure catalog.add_version(target regclass, variadic hidden text[] default '{}') language plpgsql as $$
begin
  execute format('alter table %s add column version int not null default 1', target);
  execute format('create trigger raise_version before update on %s
      for each row execute function catalog.raise_version(%s)', target, (
    select string_agg(quote_literal(name), ', ') from (
      select 'updated_at' as name
      union select unnest(hidden)
      union select attname from pg_attribute where attrelid = target and attgenerated <> '' and not attisdropped
    ) as names));
end $$;

create function catalog.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Breaks a rule that no constraint can say; it has a name as a constraint has. NB: some clients keep the message alone.
create procedure catalog.refuse(broken text, place text, message text) language plpgsql as $$
begin
  raise exception '% (constraint "%")', message, broken using errcode = '23514', schema = 'catalog', constraint = broken, column = place;
end $$;

-- The form in which names are compared for being taken.
create function catalog.name_key(name text) returns text language sql immutable strict parallel safe as $$
  select lower(btrim(regexp_replace(normalize(name, NFKC), '\s+', ' ', 'g')))
$$;

-- The form in which article numbers are compared: upper case letters and digits only.
create function catalog.key_of(number text) returns text language sql immutable strict parallel safe as $$
  select translate(regexp_replace(upper(normalize(number, NFKC)), '[^[:alnum:]]+', '', 'g'),
    '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789')
$$;

-- 8, 12, 13 or 14 digits of which the last checks the others (GS1 General Specifications, 7.9).
create function catalog.is_gtin(code text) returns boolean language sql immutable strict parallel safe as $$
  select case when code ~ '^([0-9]{8}|[0-9]{12,14})$' then (
    select sum(substr(lpad(code, 14, '0'), n, 1)::int * case when n % 2 = 1 then 3 else 1 end) % 10 = 0
    from generate_series(1, 14) n
  ) else false end
$$;
