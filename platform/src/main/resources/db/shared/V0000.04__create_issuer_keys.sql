-- Purpose: the last good key set of the token issuer, so that a restart does not need the issuer
-- Depends: V0000.01
-- Rollback: U0000.04__create_issuer_keys.sql
create table platform.issuer_keys (
  issuer varchar(255) not null,
  jwks text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint issuer_keys_pkey primary key (issuer)
);
do $$ begin
  execute format('grant select, insert, update on platform.issuer_keys to %I', current_database() || '_system');
end $$;
