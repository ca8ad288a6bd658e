-- Purpose: which tenants a tender concerns, and which have work that is due; ids alone
-- Depends: V0023, V0024, V0025, V0027
-- Rollback: U0030__create_tenant_lookups.sql
call catalog.allow_search('catalog.rfpdocument');
call catalog.allow_search('catalog.quotation');
call catalog.allow_search('catalog.stockreservation');

-- Whoever makes a function for another role must be that role, able to create in the schema, and only then.
grant create on schema catalog to catalog_search;
set role catalog_search;

-- Codes of the CPV with or without check digit; a subscription matches its own code and its subtree.
create function catalog.tenants_for_cpv(codes text[]) returns setof text
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select distinct s.tenant_id
  from unnest(codes) code
    cross join lateral (select substring(code from '^([0-9]{2,8})(-[0-9])?$') as digits) c
    cross join lateral (
      select rpad(rtrim(c.digits, '0'), greatest(2, length(rtrim(c.digits, '0'))), '0') as own) o
    cross join generate_series(2, 8) n
    join catalog.tendersubscription s on s.prefix_key = left(o.own, n) collate "C" and s.is_active
  where n <= length(o.own)
  order by s.tenant_id
$$;

create function catalog.tenants_with_due_work() returns setof text
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select tenant_id from catalog.rfpdocument where analysis_status in ('pending', 'analyzing')
  union select tenant_id from catalog.quotation where status = 'sent' and valid_until <= now()
  union select tenant_id from catalog.stockreservation where state = 'held' and expires_at <= now()
  order by tenant_id
$$;

revoke all on function catalog.tenants_for_cpv(text[]), catalog.tenants_with_due_work() from public;
grant execute on function catalog.tenants_for_cpv(text[]), catalog.tenants_with_due_work() to catalog_app;
reset role;
revoke create on schema catalog from catalog_search;
