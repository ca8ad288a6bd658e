-- Purpose: free slugs for many names at a time, as an import brings them
-- Depends: V0051
-- Rollback: U0096__find_many_free_slugs.sql

-- NB: without the lock of free_slug, as one transaction may bring a million names; the unique index decides.
create function catalog.free_slugs(target regclass, bases text[]) returns text[] language plpgsql as $$
declare
  tenant text := current_setting('app.tenant_id');
  live text := case when target = 'catalog.product'::regclass then ' and t.deleted_at is null' else '' end;
  reached jsonb := '{}';
  found text[];
  slug text;
  taken boolean;
  next int;
begin
  -- Most are free and stand once: they are known by one look at all of them.
  execute format('select array_agg(case when n = 1 and not taken then base end order by i) from (
      select base, i, row_number() over (partition by base order by i) as n,
        exists (select from %s t where t.tenant_id = $1 and t.slug = base%s) as taken
      from unnest($2) with ordinality as u (base, i)) b', target, live) into found using tenant, bases;
  for i in 1 .. coalesce(array_length(bases, 1), 0) loop
    continue when found[i] is not null;
    next := coalesce((reached ->> bases[i])::int, 1);
    loop
      next := next + 1;
      slug := bases[i] || '-' || next;
      continue when slug = any (bases) or slug = any (array_remove(found, null));
      execute format('select exists (select from %s t where t.tenant_id = $1 and t.slug = $2%s)', target, live)
        into taken using tenant, slug;
      exit when not taken;
    end loop;
    reached := reached || jsonb_build_object(bases[i], next);
    found[i] := slug;
  end loop;
  return coalesce(found, '{}');
end $$;
