-- Purpose: what is mailed to a user so that he proves an address, by its hash
-- Depends: V0003
-- Rollback: U0005__create_user_tokens.sql
create table procurement.user_tokens (
  token_hash text not null,
  -- null while who is invited has no account
  user_id uuid,
  purpose text not null,
  payload jsonb not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_tokens_pkey primary key (token_hash),
  constraint user_tokens_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint user_tokens_purpose_check
    check (purpose in ('verify_email', 'reset_password', 'invitation', 'email_change', 'unsubscribe'))
);
create index user_tokens_user on procurement.user_tokens (user_id);
call procurement.guard_identity_table('procurement.user_tokens',
  $$user_id::text = (select current_setting('app.user_id', true))$$, 'false');
