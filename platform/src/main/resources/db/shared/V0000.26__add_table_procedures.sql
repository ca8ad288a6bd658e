-- Purpose: what makes a table a global one, and gives the rows of a table versions
-- Depends: V0000.01
-- Rollback: U0000.26__add_table_procedures.sql

-- Global rows are read by every role and written by <svc>_system alone: by imports, and by what a data admin changes.
create procedure platform.guard_global_table(target regclass, append_only boolean default false)
language plpgsql as $$
declare
  app text := current_database() || '_app';
  system_role text := current_database() || '_system';
  rights text := case when append_only then 'select, insert' else 'select, insert, update, delete' end;
  sequence regclass;
begin
  execute format('grant select on %s to %I', target, app);
  execute format('grant %s on %s to %I', rights, target, system_role);
  for sequence in
    select s.oid from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
    where d.classid = 'pg_class'::regclass and d.refobjid = target and d.deptype in ('a', 'i')
  loop
    execute format('grant usage on sequence %s to %I', sequence, system_role);
  end loop;
  if exists (select from pg_attribute where attrelid = target and attname = 'updated_at' and not attisdropped) then
    execute format('create trigger touch_updated_at before update on %s
        for each row execute function platform.touch_updated_at()', target);
  end if;
end $$;

-- NB: whoever sets a version himself, as Hibernate does, is left alone. Generated columns are still empty in new: they
-- change with those that they are made of.
create function platform.raise_rv() returns trigger language plpgsql as $$
begin
  if new.rv = old.rv
      and (tg_nargs = 0 and new is distinct from old or to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv) then
    new.rv := old.rv + 1;
  end if;
  return new;
end $$;

-- Gives a table the column rv: the version of a row, which its ETag shows.
create procedure platform.add_row_version(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s add column if not exists rv bigint not null default 1', target);
  execute format('create trigger raise_rv before update on %s
      for each row execute function platform.raise_rv(%s)', target, (
    select string_agg(quote_literal(attname), ', ') from pg_attribute
    where attrelid = target and attgenerated <> '' and not attisdropped));
end $$;
