-- Purpose: one procedure that puts row-level security, grants and the updated_at trigger on a tenant's table
-- Depends: none
-- Rollback: U0000.01__create_tenant_guard.sql
create function platform.touch_updated_at() returns trigger language plpgsql as $$
begin
  if new is distinct from old and new.updated_at is not distinct from old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end $$;

-- Roles carry the database's name: <svc>_app serves requests, <svc>_system works in the background.
create procedure platform.guard_tenant_table(target regclass, append_only boolean default false)
language plpgsql as $$
declare
  app text := current_database() || '_app';
  system_role text := current_database() || '_system';
  rights text := case when append_only then 'select, insert' else 'select, insert, update, delete' end;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_isolation on %s to %I
      using (tenant_id = (select current_setting(''app.tenant_id'', true)))
      with check (tenant_id = (select current_setting(''app.tenant_id'', true)))', target, app);
  execute format('create policy system_access on %s to %I using (true) with check (true)', target, system_role);
  execute format('grant %s on %s to %I', rights, target, app);
  execute format('grant select, insert, update, delete on %s to %I', target, system_role);
  if exists (select from pg_attribute where attrelid = target and attname = 'updated_at' and not attisdropped) then
    execute format('create trigger touch_updated_at before update on %s
        for each row execute function platform.touch_updated_at()', target);
  end if;
end $$;

do $$ begin
  execute format('grant usage on schema platform to %I, %I', current_database() || '_app', current_database() || '_system');
end $$;
