insert into procurement.users (user_id, email, email_norm, full_name, email_verified)
select ('00000000-0000-4000-a000-' || to_char(n, 'fm000000000000'))::uuid, 'reader-' || n || '@bench.example',
  'reader-' || n || '@bench.example', 'Reader ' || n, true
from generate_series(1, %2$d) n;
insert into procurement.organization_members (org_id, user_id, tenant_id, roles)
select '00000000-0000-4000-9000-000000000000', user_id, '%1$s', '{viewer}' from procurement.users
where email_norm like 'reader-%%@bench.example';
insert into procurement.notifications (tenant_id, user_id, tender_id, type, title, message, payload, dedupe_key, sent_at)
select '%1$s', u.user_id, t.tender_id, 'alert_match', t.title, 'An alert', '{"alerts": ["An alert"]}',
  'tender:' || t.tender_id || ':1', now() - interval '1 minute'
from procurement.users u
cross join (select tender_id, title from procurement.tenders order by publication_date desc limit 5) t
where u.email_norm like 'reader-%%@bench.example';
insert into procurement.notification_deliveries (tenant_id, notification_id, channel, state, frequency)
select tenant_id, notification_id, 'email', 'in_digest', 'daily' from procurement.notifications
where tenant_id = '%1$s';
