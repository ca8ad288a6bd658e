-- Purpose: what is read before a user is known: one row by an exact key, for one purpose each
-- Depends: V0008
-- Rollback: U0019__create_lookup_functions.sql
-- Whoever makes a function for another role must be that role, able to create in the schema, and only then.
grant create on schema procurement to procurement_lookup;
set role procurement_lookup;

-- For a login.
create function procurement.find_user(address text)
  returns table (user_id uuid, password_hash text, status text, email_verified boolean, tenant_id text)
  language sql stable security definer rows 1
  set search_path = pg_catalog, pg_temp
as $$
  select u.user_id, u.password_hash, u.status, u.email_verified, o.tenant_id
  from procurement.users u left join procurement.organizations o on o.org_id = u.org_id
  where u.email_norm = address
$$;

-- For a refresh. A family ends as a whole, so one revoked token of it tells of all.
create function procurement.find_refresh_token(hash text)
  returns table (token_id uuid, user_id uuid, tenant_id text, family_id uuid, expires_at timestamptz,
    family_expires_at timestamptz, is_revoked boolean, used_at timestamptz, user_status text,
    is_family_revoked boolean)
  language sql stable security definer rows 1
  set search_path = pg_catalog, pg_temp
as $$
  select t.token_id, t.user_id, t.tenant_id, t.family_id, t.expires_at, t.family_expires_at, t.is_revoked, t.used_at,
    u.status, exists (select from procurement.refresh_tokens f where f.family_id = t.family_id and f.is_revoked)
  from procurement.refresh_tokens t join procurement.users u on u.user_id = t.user_id
  where t.token = hash
$$;

-- For a request or exchange with an API key. creator_roles are those that its maker has now: none when he has left.
create function procurement.find_api_key(hash text)
  returns table (key_id uuid, tenant_id text, user_id uuid, roles text[], creator_roles text[], is_active boolean,
    expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz, user_status text,
    organization_status text)
  language sql stable security definer rows 1
  set search_path = pg_catalog, pg_temp
as $$
  select k.key_id, k.tenant_id, k.user_id, k.roles, coalesce(m.roles, '{}'), k.is_active, k.expires_at, k.revoked_at,
    k.last_used_at, u.status, o.status
  from procurement.api_keys k
    join procurement.users u on u.user_id = k.user_id
    left join procurement.organizations o on o.tenant_id = k.tenant_id
    left join procurement.organization_members m on m.org_id = o.org_id and m.user_id = k.user_id
  where k.key_hash = hash
$$;

-- For a mailed token.
create function procurement.find_user_token(hash text)
  returns table (user_id uuid, purpose text, payload jsonb, expires_at timestamptz, used_at timestamptz,
    user_status text, tenant_id text)
  language sql stable security definer rows 1
  set search_path = pg_catalog, pg_temp
as $$
  select t.user_id, t.purpose, t.payload, t.expires_at, t.used_at, u.status, o.tenant_id
  from procurement.user_tokens t
    left join procurement.users u on u.user_id = t.user_id
    left join procurement.organizations o on o.org_id = u.org_id
  where t.token_hash = hash
$$;

-- For the roles in a token.
create function procurement.find_membership(member uuid, tenant text)
  returns table (org_id uuid, roles text[], is_operator boolean, organization_status text)
  language sql stable security definer rows 1
  set search_path = pg_catalog, pg_temp
as $$
  select o.org_id, m.roles, o.is_operator, o.status
  from procurement.organizations o join procurement.organization_members m on m.org_id = o.org_id
  where o.tenant_id = tenant and m.user_id = member
$$;

revoke all on function procurement.find_user(text), procurement.find_refresh_token(text),
  procurement.find_api_key(text), procurement.find_user_token(text), procurement.find_membership(uuid, text)
  from public;
grant execute on function procurement.find_user(text), procurement.find_refresh_token(text),
  procurement.find_api_key(text), procurement.find_user_token(text), procurement.find_membership(uuid, text)
  to procurement_app;
reset role;
revoke create on schema procurement from procurement_lookup;
