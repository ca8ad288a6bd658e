-- Purpose: lets the staff of the operator read what tenants write to its support, and nothing else of theirs
-- Depends: V0019, V0040
-- Rollback: U0083__let_staff_read_support_threads.sql

grant create on schema procurement to procurement_lookup;
set role procurement_lookup;

create function procurement.support_threads() returns setof procurement.message_threads
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select t.* from procurement.message_threads t
  where t.kind = 'support' and exists (
    select from procurement.organizations o join procurement.organization_members m on m.org_id = o.org_id
    where o.is_operator and o.tenant_id = current_setting('app.tenant_id', true)
      and m.user_id::text = current_setting('app.user_id', true))
$$;

create function procurement.support_messages(thread uuid) returns setof procurement.messages
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select m.* from procurement.messages m join procurement.support_threads() t on t.thread_id = m.thread_id
  where m.thread_id = thread
$$;

create function procurement.support_reads(thread uuid) returns setof procurement.message_participants
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.* from procurement.message_participants p join procurement.support_threads() t on t.thread_id = p.thread_id
  where p.thread_id = thread
$$;
revoke all on function procurement.support_threads(), procurement.support_messages(uuid),
  procurement.support_reads(uuid) from public;
grant execute on function procurement.support_threads(), procurement.support_messages(uuid),
  procurement.support_reads(uuid) to procurement_app;
reset role;
revoke create on schema procurement from procurement_lookup;
