-- Purpose: answers kept by Idempotency-Key, written in the transaction of the effect that they tell of
-- Depends: V0000.01
-- Rollback: U0000.03__create_idempotency.sql
create table platform.idempotency (
  tenant_id varchar(100) not null,
  idempotency_key varchar(255) not null,
  request_hash varchar(64) not null,
  answer text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint idempotency_pkey primary key (tenant_id, idempotency_key)
);
create index idempotency_created on platform.idempotency (created_at);
call platform.guard_tenant_table('platform.idempotency');
