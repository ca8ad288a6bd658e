-- Roles of one service; run as superuser in the database postgres. Safe to run again.
-- Passwords are set apart (alter role ... password), so that none stands in a file.
do $$
begin
  if not exists (select from pg_roles where rolname = '${service}_owner') then
    create role ${service}_owner;
  end if;
  if not exists (select from pg_roles where rolname = '${service}_app') then
    create role ${service}_app;
  end if;
  if not exists (select from pg_roles where rolname = '${service}_system') then
    create role ${service}_system;
  end if;
  if not exists (select from pg_roles where rolname = '${service}_search') then
    create role ${service}_search;
  end if;
end
$$;

do $$
begin
  -- Owns the functions that find a user or a tenant before there is one.
  if not exists (select from pg_roles where rolname = '${service}_lookup') then
    create role ${service}_lookup;
  end if;
end
$$;

alter role ${service}_owner login nosuperuser nobypassrls nocreatedb nocreaterole;
alter role ${service}_app login nosuperuser nobypassrls nocreatedb nocreaterole;
alter role ${service}_system login nosuperuser nobypassrls nocreatedb nocreaterole;
alter role ${service}_search nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role ${service}_lookup nologin nosuperuser nobypassrls nocreatedb nocreaterole;

-- The owner's migrations hand functions to these roles. Where the server can (16), the owner does not inherit
-- its rights, or it would read the rows of every tenant. NB: as text, because older servers cannot even read it.
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    execute 'grant ${service}_search, ${service}_lookup to ${service}_owner with inherit false, set true';
  else
    grant ${service}_search, ${service}_lookup to ${service}_owner;
  end if;
end
$$;
