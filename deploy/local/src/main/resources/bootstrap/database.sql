-- Rights and extensions of one service's database; run as superuser inside it. Safe to run again.
revoke connect, temporary on database ${service} from public;
grant connect, temporary on database ${service} to ${service}_owner, ${service}_app, ${service}_system;

alter schema public owner to ${service}_owner;
revoke create on schema public from public;
grant usage on schema public to ${service}_app, ${service}_system, ${service}_search, ${service}_lookup;

create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;
create extension if not exists cube;
create extension if not exists unaccent;

do $$
begin
  if current_setting('shared_preload_libraries') like '%pg_stat_statements%' then
    create extension if not exists pg_stat_statements;
  end if;
end
$$;
