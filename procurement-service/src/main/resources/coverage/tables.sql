-- The 31 base tables: one row of each, for a transaction that is rolled back. The first line of each names the table,
-- its class (rows of a tenant or an identity are guarded, others are global) and the columns that have checks.

-- organizations guarded org_type status
insert into procurement.organizations (org_id, tenant_id, name)
values ('00000000-0000-4000-9000-000000000002', 'coverage_check', 'Coverage');
select count(*) from procurement.organizations where org_id = '00000000-0000-4000-9000-000000000002';

-- users guarded status
insert into procurement.users (user_id, email, email_norm, org_id)
values ('00000000-0000-4000-9000-000000000001', 'coverage@check.invalid', 'coverage@check.invalid', '00000000-0000-4000-9000-000000000002');
select count(*) from procurement.users where user_id = '00000000-0000-4000-9000-000000000001';

-- refresh_tokens guarded
insert into procurement.refresh_tokens (user_id, tenant_id, family_id, token, expires_at, family_expires_at)
values ('00000000-0000-4000-9000-000000000001', 'coverage_check', '00000000-0000-4000-9000-000000000001', repeat('0', 64), now(), now());
select count(*) from procurement.refresh_tokens where user_id = '00000000-0000-4000-9000-000000000001';

-- api_keys guarded roles
insert into procurement.api_keys (tenant_id, user_id, key_hash, key_prefix, name, roles)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', repeat('0', 64), 'qmk_live_', 'Coverage', '{viewer}');
select count(*) from procurement.api_keys where user_id = '00000000-0000-4000-9000-000000000001';

-- subscriptions guarded status billing_interval
insert into procurement.subscriptions (tenant_id, subscription_id, user_id, tier, status)
values ('coverage_check', '00000000-0000-4000-9000-000000000003', '00000000-0000-4000-9000-000000000001', 'free', 'active');
select count(*) from procurement.subscriptions where subscription_id = '00000000-0000-4000-9000-000000000003';

-- subscription_usage guarded resource_type quantity
insert into procurement.subscription_usage (tenant_id, subscription_id, user_id, resource_type, period_start, period_end)
values ('coverage_check', '00000000-0000-4000-9000-000000000003', '00000000-0000-4000-9000-000000000001', 'export', now(), now() + interval '1 day');
select count(*) from procurement.subscription_usage where subscription_id = '00000000-0000-4000-9000-000000000003';

-- rate_limits guarded
insert into procurement.rate_limits (tenant_id, user_id, reset_at, month_reset_at)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', now(), now());
select count(*) from procurement.rate_limits where user_id = '00000000-0000-4000-9000-000000000001';

-- billing_events guarded status
insert into procurement.billing_events (tenant_id, user_id, event_type, status, metadata)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage', 'received', '{}');
select count(*) from procurement.billing_events where user_id = '00000000-0000-4000-9000-000000000001';

-- usage_tracking guarded
insert into procurement.usage_tracking (tenant_id, user_id, action_type)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage');
select count(*) from procurement.usage_tracking where user_id = '00000000-0000-4000-9000-000000000001';

-- cpv_codes global level
insert into procurement.cpv_codes (cpv_code, code8, check_digit, prefix, level)
values ('00000000-0', '00000000', 0, '00', 1);
select count(*) from procurement.cpv_codes where cpv_code = '00000000-0';

-- entity_categories global
insert into procurement.entity_categories (name)
values ('coverage check');
select count(*) from procurement.entity_categories where name = 'coverage check';

-- tenders global main_category procedure status ocds_status
insert into procurement.tenders (tender_id, source_id, title, cpv_codes, cpv_prefixes, cpv_main_prefixes, search)
values ('coverage-check', 'manual', 'Coverage', '{}', '{}', '{}', '');
select count(*) from procurement.tenders where tender_id = 'coverage-check';

-- tender_documents global extraction_status
insert into procurement.tender_documents (doc_id, tender_id)
values ('00000000-0000-4000-9000-000000000005', 'coverage-check');
select count(*) from procurement.tender_documents where doc_id = '00000000-0000-4000-9000-000000000005';

-- documents global
insert into procurement.documents (doc_id, tender_id, extraction_status, uploaded_at)
values ('00000000-0000-4000-9000-000000000008', 'coverage-check', 'pending', now());
select count(*) from procurement.documents where doc_id = '00000000-0000-4000-9000-000000000008';

-- embeddings global doc_id
insert into procurement.embeddings (tender_id, chunk_text, search, start_char, end_char, vector)
values ('coverage-check', 'coverage', '', 0, 8, array_fill(0.0::real, array[768]));
select count(*) from procurement.embeddings where tender_id = 'coverage-check';

-- setup
insert into procurement.entities (entity_id, name, name_folded, roles) values ('00000000-0000-4000-9000-000000000004', 'Coverage', 'coverage', '{}');

-- tender_entity_link global entity_type
insert into procurement.tender_entity_link (tender_id, entity_id, entity_type)
values ('coverage-check', '00000000-0000-4000-9000-000000000004', 'buyer');
select count(*) from procurement.tender_entity_link where entity_id = '00000000-0000-4000-9000-000000000004';

-- saved_searches guarded
insert into procurement.saved_searches (tenant_id, user_id, name, search_criteria)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'Coverage', '{}');
select count(*) from procurement.saved_searches where user_id = '00000000-0000-4000-9000-000000000001';

-- alerts guarded frequency channels
insert into procurement.alerts (tenant_id, alert_id, user_id, name, filters)
values ('coverage_check', '00000000-0000-4000-9000-000000000006', '00000000-0000-4000-9000-000000000001', 'Coverage', '{}');
select count(*) from procurement.alerts where alert_id = '00000000-0000-4000-9000-000000000006';

-- notifications guarded type
insert into procurement.notifications (tenant_id, user_id, alert_id, type, payload, dedupe_key)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', '00000000-0000-4000-9000-000000000006', 'system', '{}', 'coverage');
select count(*) from procurement.notifications where user_id = '00000000-0000-4000-9000-000000000001';

-- message_threads guarded status kind
insert into procurement.message_threads (tenant_id, thread_id, user_id, kind)
values ('coverage_check', '00000000-0000-4000-9000-000000000007', '00000000-0000-4000-9000-000000000001', 'tenant');
select count(*) from procurement.message_threads where thread_id = '00000000-0000-4000-9000-000000000007';

-- messages guarded content
insert into procurement.messages (tenant_id, thread_id, sender_id, content)
values ('coverage_check', '00000000-0000-4000-9000-000000000007', '00000000-0000-4000-9000-000000000001', 'Coverage');
select count(*) from procurement.messages where thread_id = '00000000-0000-4000-9000-000000000007';

-- query_history guarded confidence
insert into procurement.query_history (tenant_id, user_id, question)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'Coverage?');
select count(*) from procurement.query_history where user_id = '00000000-0000-4000-9000-000000000001';

-- analysis_history guarded
insert into procurement.analysis_history (tenant_id, user_id, tender_id, analysis_type)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage-check', 'coverage');
select count(*) from procurement.analysis_history where user_id = '00000000-0000-4000-9000-000000000001';

-- personalization_settings guarded
insert into procurement.personalization_settings (tenant_id, user_id)
values ('coverage_check', '00000000-0000-4000-9000-000000000001');
select count(*) from procurement.personalization_settings where user_id = '00000000-0000-4000-9000-000000000001';

-- user_preferences guarded digest_hour theme
insert into procurement.user_preferences (tenant_id, user_id)
values ('coverage_check', '00000000-0000-4000-9000-000000000001');
select count(*) from procurement.user_preferences where user_id = '00000000-0000-4000-9000-000000000001';

-- admin_audit_log guarded
insert into procurement.admin_audit_log (tenant_id, admin_user_id, action)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage');
select count(*) from procurement.admin_audit_log where admin_user_id = '00000000-0000-4000-9000-000000000001';

-- audit_log guarded
insert into procurement.audit_log (tenant_id, user_id, action)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage');
select count(*) from procurement.audit_log where user_id = '00000000-0000-4000-9000-000000000001';

-- admin_settings guarded setting_type
insert into procurement.admin_settings (tenant_id, setting_key, setting_type)
values ('coverage_check', 'coverage', 'string');
select count(*) from procurement.admin_settings where tenant_id = 'coverage_check';

-- system_config global value_type
insert into procurement.system_config (config_key, value_type, default_value, description)
values ('coverage.check', 'string', '', 'Coverage');
select count(*) from procurement.system_config where config_key = 'coverage.check';

-- fraud_events guarded severity
insert into procurement.fraud_events (tenant_id, user_id, event_type, severity)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 'coverage', 'low');
select count(*) from procurement.fraud_events where user_id = '00000000-0000-4000-9000-000000000001';

-- fraud_detection guarded risk_score
insert into procurement.fraud_detection (tenant_id, user_id, risk_score, reasons, client)
values ('coverage_check', '00000000-0000-4000-9000-000000000001', 0, '[]', '{}');
select count(*) from procurement.fraud_detection where user_id = '00000000-0000-4000-9000-000000000001';
