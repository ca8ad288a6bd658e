-- Purpose: versions of rows that the API shows, raised by a trigger
-- Depends: V0010
-- Rollback: U0011__row_versions.sql

-- NB: whoever sets a version himself, as Hibernate does, is left alone. Generated columns, which the trigger is told of,
-- are still empty in new: they change with those that they are made of.
create function vehicle.raise_version() returns trigger language plpgsql as $$
begin
  if new.version = old.version
      and (tg_nargs = 0 and new is distinct from old or to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;

create procedure vehicle.add_version(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s add column if not exists version bigint not null default 1', target);
  execute format('create trigger raise_version before update on %s
      for each row execute function vehicle.raise_version(%s)', target, (
    select string_agg(quote_literal(attname), ', ') from pg_attribute
    where attrelid = target and attgenerated <> '' and not attisdropped));
end $$;

call vehicle.add_version('vehicle.vehicles');
call vehicle.add_version('vehicle.lots');
call vehicle.add_version('vehicle.sale_events');
call vehicle.add_version('vehicle.images');
call vehicle.add_version('raw.csv_files');
call vehicle.add_version('staging.copart_raw');
call vehicle.add_version('audit.etl_runs');
call vehicle.add_version('audit.vin_conflicts');
