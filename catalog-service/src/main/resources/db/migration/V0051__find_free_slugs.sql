-- Purpose: the first slug that nobody has, for names that came without one
-- Depends: V0007, V0008, V0011
-- Rollback: U0051__find_free_slugs.sql

-- NB: two transactions that look for one base wait for each other, or both would take the same slug.
create function catalog.free_slug(target regclass, base text) returns text language plpgsql as $$
declare
  tenant text := current_setting('app.tenant_id');
  live text := case when target = 'catalog.product'::regclass then ' and deleted_at is null' else '' end;
  slug text := base;
  taken boolean;
  next int := 2;
begin
  perform pg_advisory_xact_lock(hashtextextended(format('%s %s %s', target, tenant, base), 0));
  loop
    execute format('select exists (select from %s where tenant_id = $1 and slug = $2%s)', target, live)
      into taken using tenant, slug;
    exit when not taken;
    slug := base || '-' || next;
    next := next + 1;
  end loop;
  return slug;
end $$;
