-- Purpose: refresh tokens by their hash, in families that one login begins
-- Depends: V0003
-- Rollback: U0004__create_refresh_tokens.sql
create table procurement.refresh_tokens (
  token_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  tenant_id text not null,
  family_id uuid not null,
  -- SHA-256 of what the user holds, in hexadecimal digits
  token varchar(500) not null,
  expires_at timestamptz not null,
  family_expires_at timestamptz not null,
  is_revoked boolean not null default false,
  revoked_reason text,
  used_at timestamptz,
  replaced_by uuid,
  user_agent text,
  ip inet,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint refresh_tokens_pkey primary key (token_id),
  constraint refresh_tokens_token_unique unique (token),
  constraint refresh_tokens_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint refresh_tokens_replaced_fk foreign key (replaced_by)
    references procurement.refresh_tokens (token_id) on delete set null,
  constraint refresh_tokens_token_check check (token ~ '^[0-9a-f]{64}$')
);
create index refresh_tokens_user on procurement.refresh_tokens (user_id);
create index refresh_tokens_family on procurement.refresh_tokens (family_id);
create index refresh_tokens_expires on procurement.refresh_tokens (expires_at);
create index refresh_tokens_replaced on procurement.refresh_tokens (replaced_by) where replaced_by is not null;
call procurement.guard_identity_table('procurement.refresh_tokens',
  $$user_id::text = (select current_setting('app.user_id', true))$$,
  $$tenant_id = (select current_setting('app.tenant_id', true))$$);
