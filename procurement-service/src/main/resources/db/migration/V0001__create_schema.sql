-- Purpose: the schema, and what makes a table one of tenants or of identities here
-- Depends: V0000.26
-- Rollback: U0001__create_schema.sql
create schema procurement;
grant usage on schema procurement to procurement_app, procurement_system, procurement_search, procurement_lookup;

-- Rows of a tenant. The definer functions, which find a tenant or a user before one is known, may read them.
create procedure procurement.guard_tenant_table(target regclass, append_only boolean default false)
language plpgsql as $$
begin
  call platform.guard_tenant_table(target, append_only);
  call procurement.allow_lookup(target);
end $$;

create procedure procurement.allow_lookup(target regclass)
language plpgsql as $$
begin
  execute format('create policy lookup_access on %s for select to procurement_lookup using (true)', target);
  execute format('grant select on %s to procurement_lookup', target);
end $$;

-- Rows of identities: seen by the user that they are of, and by the tenant that he is a member of.
-- own and member are conditions on a row; who may change it is for the service to say.
create procedure procurement.guard_identity_table(target regclass, own text, member text)
language plpgsql as $$
declare
  seen text := format('(%s) or (%s)', own, member);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy identity_access on %s to procurement_app using (%s) with check (%s)',
    target, seen, seen);
  execute format('create policy system_access on %s to procurement_system using (true) with check (true)', target);
  call procurement.allow_lookup(target);
  execute format('grant select, insert, update, delete on %s to procurement_app, procurement_system', target);
  execute format('create trigger touch_updated_at before update on %s
      for each row execute function platform.touch_updated_at()', target);
end $$;
