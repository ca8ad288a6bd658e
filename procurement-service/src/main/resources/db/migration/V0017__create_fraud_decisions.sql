-- Purpose: cases of fraud, and what each decision on a risk was made of
-- Depends: V0003
-- Rollback: U0017__create_fraud_decisions.sql
create table procurement.fraud_events (
  -- null before there is a tenant, as at a registration
  tenant_id text,
  event_id uuid not null default gen_random_uuid(),
  user_id uuid,
  event_type varchar(100) not null,
  severity varchar(50) not null,
  description text,
  ip_address inet,
  metadata jsonb,
  is_resolved boolean not null default false,
  resolved_at timestamptz,
  resolved_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fraud_events_pkey primary key (event_id),
  constraint fraud_events_user_fk foreign key (user_id) references procurement.users (user_id) on delete set null,
  constraint fraud_events_resolver_fk foreign key (resolved_by)
    references procurement.users (user_id) on delete set null,
  constraint fraud_events_severity_check check (severity in ('low', 'medium', 'high', 'critical'))
);
create index fraud_events_type on procurement.fraud_events (tenant_id, event_type);
create index fraud_events_severity on procurement.fraud_events (tenant_id, severity);
create index fraud_events_resolved on procurement.fraud_events (tenant_id, is_resolved);
create index fraud_events_user on procurement.fraud_events (user_id) where user_id is not null;
create index fraud_events_resolver on procurement.fraud_events (resolved_by) where resolved_by is not null;
call procurement.guard_tenant_table('procurement.fraud_events');
call platform.add_row_version('procurement.fraud_events');

create table procurement.fraud_detection (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  ip_address inet,
  device_fingerprint varchar(255),
  browser_fingerprint varchar(255),
  -- HMAC of the address
  email_hash varchar(255),
  is_vpn boolean not null default false,
  is_proxy boolean not null default false,
  is_suspicious boolean not null default false,
  risk_score int not null,
  reasons jsonb not null,
  client jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fraud_detection_pkey primary key (id),
  constraint fraud_detection_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint fraud_detection_score_check check (risk_score between 0 and 100)
);
-- Hashes are looked for among all tenants: whoever comes again comes as another.
create index fraud_detection_email on procurement.fraud_detection (email_hash);
create index fraud_detection_device on procurement.fraud_detection (device_fingerprint);
create index fraud_detection_suspicious on procurement.fraud_detection (tenant_id, is_suspicious);
create index fraud_detection_created on procurement.fraud_detection (tenant_id, created_at);
create index fraud_detection_user on procurement.fraud_detection (user_id);
call procurement.guard_tenant_table('procurement.fraud_detection');
