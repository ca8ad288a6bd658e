-- Purpose: mails that wait to be sent, written in the transaction that causes them
-- Depends: V0001
-- Rollback: U0051__create_mail_outbox.sql
-- A mail that was sent is deleted, because it may hold a token; one that was given up stays to be seen.
create table procurement.mail_outbox (
  mail_id uuid not null default gen_random_uuid(),
  -- the local part of its Message-ID, the same at each attempt
  message_id text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  headers jsonb not null,
  -- contents in base64 by file name
  attachments jsonb not null,
  state text not null default 'pending',
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint mail_outbox_pkey primary key (mail_id),
  constraint mail_outbox_state_check check (state in ('pending', 'dead')),
  constraint mail_outbox_attempts_check check (attempts >= 0)
);
create index mail_outbox_due on procurement.mail_outbox (next_attempt_at) where state = 'pending';
create trigger touch_updated_at before update on procurement.mail_outbox
  for each row execute function platform.touch_updated_at();

-- Requests put mails in and read none, because they may hold what lets somebody in.
alter table procurement.mail_outbox enable row level security;
alter table procurement.mail_outbox force row level security;
create policy outbox_write on procurement.mail_outbox for insert to procurement_app with check (true);
create policy system_access on procurement.mail_outbox to procurement_system using (true) with check (true);
grant insert on procurement.mail_outbox to procurement_app;
grant select, insert, update, delete on procurement.mail_outbox to procurement_system;
