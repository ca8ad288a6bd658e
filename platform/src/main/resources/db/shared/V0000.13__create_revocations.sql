-- Purpose: users whose tokens are refused although they have not expired, for every replica and after a restart
-- Depends: V0000.01
-- Rollback: U0000.13__create_revocations.sql
create table platform.revocations (
  subject varchar(255) not null,
  since timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint revocations_pkey primary key (subject)
);
create trigger touch_updated_at before update on platform.revocations
  for each row execute function platform.touch_updated_at();
do $$ begin
  execute format('grant select, insert, update, delete on platform.revocations to %I, %I',
    current_database() || '_app', current_database() || '_system');
end $$;
