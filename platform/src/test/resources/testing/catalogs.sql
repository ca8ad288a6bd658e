-- Everything that migrations make, a line each; what belongs to an extension, a partition's inheritance or Flyway is left out.
with ours as (
  select oid from pg_namespace where nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_t'
), relations as (
  select c.* from pg_class c join ours on ours.oid = c.relnamespace
  where c.relname !~ '^flyway_schema_history'
    and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
), functions as (
  select p.* from pg_proc p join ours on ours.oid = p.pronamespace
  where p.prokind in ('f', 'p')
    and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
)
select 'relation ' || oid::regclass || ' ' || concat_ws(' ', relkind, relowner::regrole, relrowsecurity,
    relforcerowsecurity, reloptions::text, pg_get_expr(relpartbound, oid)) as line
from relations where relkind in ('r', 'p', 'v', 'm', 'S')
union all
select 'grant ' || r.oid::regclass || ' ' || concat_ws(' ', a.grantee::regrole, a.privilege_type, a.is_grantable)
from relations r, aclexplode(coalesce(r.relacl, acldefault(case r.relkind when 'S' then 's' else 'r' end::"char", r.relowner))) a
where r.relkind in ('r', 'p', 'v', 'm', 'S')
union all
select 'grant ' || p.oid::regprocedure || ' ' || concat_ws(' ', a.grantee::regrole, a.privilege_type, a.is_grantable)
from functions p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
union all
select 'grant schema ' || n.nspname || ' ' || concat_ws(' ', a.grantee::regrole, a.privilege_type, a.is_grantable)
from pg_namespace n join ours using (oid), aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
union all
select 'column ' || c.oid::regclass || ' ' || concat_ws(' ', a.attnum, a.attname,
    format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation,
    pg_get_expr(d.adbin, d.adrelid), a.attacl::text)
from relations c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm')
union all
select 'constraint ' || n.conrelid::regclass || ' ' || n.conname || ' ' || pg_get_constraintdef(n.oid)
from pg_constraint n join relations c on c.oid = n.conrelid
union all
select 'index ' || pg_get_indexdef(i.indexrelid)
from pg_index i join relations c on c.oid = i.indrelid
union all
select 'policy ' || p.polrelid::regclass || ' ' || concat_ws(' ', p.polname, p.polcmd, p.polpermissive,
    p.polroles::regrole[]::text, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
from pg_policy p join relations c on c.oid = p.polrelid
union all
select 'trigger ' || pg_get_triggerdef(t.oid)
from pg_trigger t join relations c on c.oid = t.tgrelid where not t.tgisinternal
union all
select 'function ' || p.proowner::regrole || ' ' || pg_get_functiondef(p.oid)
from functions p
order by line
