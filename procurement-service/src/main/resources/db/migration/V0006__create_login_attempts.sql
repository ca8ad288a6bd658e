-- Purpose: failures by address and client, also of addresses that nobody owns
-- Depends: V0001
-- Rollback: U0006__create_login_attempts.sql
create table procurement.login_attempts (
  kind text not null,
  subject_hash bytea not null,
  failures int not null,
  window_started_at timestamptz not null,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint login_attempts_pkey primary key (kind, subject_hash),
  constraint login_attempts_kind_check check (kind in ('email', 'address', 'registration', 'reset')),
  constraint login_attempts_failures_check check (failures >= 0)
);
call platform.guard_global_table('procurement.login_attempts');
