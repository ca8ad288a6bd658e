insert into procurement.organizations (org_id, tenant_id, name, is_operator)
values ('00000000-0000-4000-9000-000000000000', '%1$s', 'Bench', true) on conflict do nothing;
insert into procurement.users (user_id, email, email_norm, full_name, org_id, email_verified, password_hash)
select ('00000000-0000-4000-8000-' || to_char(n, 'fm000000000000'))::uuid, 'user-' || n || '@bench.example',
  'user-' || n || '@bench.example', 'User ' || n, '00000000-0000-4000-9000-000000000000', true, '%2$s'
from generate_series(0, 999) n on conflict do nothing;
insert into procurement.organization_members (org_id, user_id, tenant_id, roles)
select org_id, user_id, '%1$s', '{admin,data-admin}' from procurement.users where email_norm like 'user-%%@bench.example'
on conflict do nothing;
insert into procurement.subscriptions (tenant_id, user_id, tier, status)
values ('%1$s', '00000000-0000-4000-8000-000000000000', 'enterprise', 'active')
on conflict do nothing;
insert into procurement.ocds_sources (source_id, name, publisher, country, language)
values ('%3$s', 'Bench', '{"name": "Bench"}', 'MK', 'en') on conflict do nothing;
