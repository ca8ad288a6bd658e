-- Purpose: what the operator of an installation can set, with its defaults and bounds
-- Depends: V0003
-- Rollback: U0016__create_system_config.sql
-- Without a config_value the default_value holds. Values and bounds are written as their type is.
create table procurement.system_config (
  config_key varchar(255) not null,
  config_value text,
  value_type varchar(50) not null,
  default_value text not null,
  min_value text,
  max_value text,
  description text not null,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint system_config_pkey primary key (config_key),
  constraint system_config_user_fk foreign key (updated_by)
    references procurement.users (user_id) on delete set null,
  constraint system_config_type_check
    check (value_type in ('string', 'integer', 'decimal', 'boolean', 'duration', 'json'))
);
create index system_config_user on procurement.system_config (updated_by) where updated_by is not null;
call platform.guard_global_table('procurement.system_config');
call platform.add_row_version('procurement.system_config');

insert into procurement.system_config (config_key, value_type, default_value, min_value, max_value, description)
values
  ('auth.access_minutes', 'integer', '15', '5', '60', 'Minutes that an access token is good for'),
  ('auth.refresh_days', 'integer', '14', '1', null, 'Days that a refresh token is good for'),
  ('auth.family_days', 'integer', '30', '1', null, 'Days after a login until it must be repeated'),
  ('auth.lock_failures', 'integer', '5', '1', null, 'Failed logins of one e-mail address until it is locked'),
  ('auth.lock_minutes', 'integer', '15', '1', null, 'Minutes that failures are counted in and a lock holds'),
  ('auth.address_failures', 'integer', '100', '1', null, 'Failed logins from one client address until it is locked'),
  ('auth.min_password', 'integer', '10', '10', '64', 'Characters that a password has at least'),
  ('fraud.registrations_per_hour', 'integer', '20', '1', null,
    'Registrations from one address in an hour until they count as a risk; twice as many are refused'),
  ('fraud.review_score', 'integer', '60', '1', null, 'Risk from which a decision is flagged for review'),
  ('fraud.block_score', 'integer', '80', '1', null, 'Risk from which a request is refused'),
  ('billing.past_due_attempts', 'integer', '4', '1', null, 'Failed payments until the plan is free again'),
  ('alerts.instant_seconds', 'integer', '60', '1', null, 'Seconds within which an instant alert tells of a hit'),
  ('alerts.dry_run_sync_rows', 'integer', '50000', '1', null, 'Tenders that an alert is tried on at once; more are a job'),
  ('search.count_cap', 'integer', '10000', '1', null, 'Hits that a search counts exactly'),
  ('search.facet_cap', 'integer', '50000', '1', null, 'Hits that facets are counted over'),
  ('documents.max_mb', 'integer', '50', '1', null, 'Megabytes that a document has at most'),
  ('documents.fetch', 'boolean', 'false', null, null, 'Whether documents are fetched from their publishers'),
  ('webhooks.allow_private', 'boolean', 'false', null, null, 'Whether webhooks may go to private addresses'),
  ('webhooks.max_age_days', 'integer', '5', '1', null, 'Days that a failed delivery to a webhook is repeated'),
  ('questions.top_k', 'integer', '5', '1', '20', 'Sources that an answer is made of'),
  ('questions.chunk_words', 'integer', '500', '1', null, 'Words in a piece of text that is searched by meaning'),
  ('questions.chunk_overlap', 'integer', '50', '1', null, 'Words that two neighbouring pieces share'),
  ('ocds.prefix', 'string', 'ocds-qm0000', null, null, 'Prefix of the ocids that are given here'),
  ('ocds.publisher', 'json', '{"name": "Quartermaster"}', null, null, 'The publisher that exported packages name'),
  ('ocds.licence', 'string', '', null, null, 'Address of the licence that exported packages name'),
  ('stats.refresh', 'duration', 'PT15M', null, null, 'How often the statistics are made anew'),
  ('retention.usage_days', 'integer', '400', '1', null, 'Days that the use of the service is kept'),
  ('retention.fraud_days', 'integer', '90', '1', null, 'Days that decisions on fraud are kept');
