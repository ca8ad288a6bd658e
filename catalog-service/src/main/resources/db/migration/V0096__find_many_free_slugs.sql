-- Purpose: free slugs for many names at a time, as an import brings them
-- Depends: V0051
-- Rollback: U0096__find_many_free_slugs.sql

-- NB: without the lock of free_slug, as one transaction may bring a million names; the unique index decides.
create function catalog.free_slugs(target regclass, bases text[]) returns text[] language plpgsql as $$
declare
  tenant text := current_setting('app.tenant_id');
  live text := case when target = 'catalog.product'::regclass then ' and deleted_at is null' else '' end;
  given jsonb := '{}';
  free jsonb;
  found text[] := '{}';
  base text;
  slug text;
  taken boolean;
  next int;
begin
  -- Most are free and stand once: they are known by one look at all of them.
  execute format('select coalesce(jsonb_object_agg(b, true), ''{}'') from (
      select b from unnest($2) b where not exists (select from %s t where t.tenant_id = $1 and t.slug = b%s)
      group by b) f', target, live) into free using tenant, bases;
  foreach base in array bases loop
    if jsonb_exists(free, base) and not jsonb_exists(given, base) then
      slug := base;
      given := given || jsonb_build_object(base, 1);
    else
      next := coalesce((given ->> base)::int, 1);
      loop
        next := next + 1;
        slug := base || '-' || next;
        execute format('select exists (select from %s where tenant_id = $1 and slug = $2%s)', target, live)
          into taken using tenant, slug;
        exit when not taken and not jsonb_exists(given, slug);
      end loop;
      given := given || jsonb_build_object(base, next, slug, 1);
    end if;
    found := found || slug;
  end loop;
  return found;
end $$;
