-- Purpose: where tenants want their events sent, and how that went
-- Depends: V0001, V0000.26
-- Rollback: U0034__create_webhooks.sql

create table procurement.webhook_endpoints (
  tenant_id text not null,
  webhook_id uuid not null default gen_random_uuid(),
  url text not null,
  secret_enc bytea not null,
  -- signs beside the new one until then
  previous_secret_enc bytea,
  previous_until timestamptz,
  event_types text[] not null,
  is_active boolean not null default true,
  disabled_reason text,
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_endpoints_pkey primary key (webhook_id),
  constraint webhook_endpoints_tenant_unique unique (tenant_id, webhook_id)
);
call procurement.guard_tenant_table('procurement.webhook_endpoints');
call platform.add_row_version('procurement.webhook_endpoints');

create table procurement.webhook_attempts (
  tenant_id text not null,
  attempt_id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event_id varchar(100) not null,
  attempt int not null,
  status_code int,
  error text,
  duration_ms int not null,
  at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_attempts_pkey primary key (attempt_id),
  constraint webhook_attempts_webhook_fk foreign key (tenant_id, webhook_id)
    references procurement.webhook_endpoints (tenant_id, webhook_id) on delete cascade
);
create index webhook_attempts_webhook_idx on procurement.webhook_attempts (tenant_id, webhook_id, at);
call procurement.guard_tenant_table('procurement.webhook_attempts');
