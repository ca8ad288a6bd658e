-- Purpose: what members write to each other and to the operator
-- Depends: V0003, V0027
-- Rollback: U0040__create_message_threads.sql

create table procurement.message_threads (
  tenant_id text not null,
  thread_id uuid not null default gen_random_uuid(),
  -- who opened it
  user_id uuid not null,
  subject varchar(500),
  status text not null default 'open',
  kind text not null,
  tender_id varchar(100),
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint message_threads_pkey primary key (thread_id),
  constraint message_threads_tenant_unique unique (tenant_id, thread_id),
  constraint message_threads_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint message_threads_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete set null,
  constraint message_threads_status_check check (status in ('open', 'pending', 'closed')),
  constraint message_threads_kind_check check (kind in ('tenant', 'support'))
);
create index message_threads_status_idx on procurement.message_threads (tenant_id, status);
create index message_threads_user_idx on procurement.message_threads (user_id);
create index message_threads_tender_idx on procurement.message_threads (tender_id);
call procurement.guard_tenant_table('procurement.message_threads');
call platform.add_row_version('procurement.message_threads');

create table procurement.messages (
  tenant_id text not null,
  message_id uuid not null default gen_random_uuid(),
  thread_id uuid not null,
  sender_id uuid,
  content text not null,
  is_system_message boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint messages_pkey primary key (message_id),
  constraint messages_thread_fk foreign key (tenant_id, thread_id)
    references procurement.message_threads (tenant_id, thread_id) on delete cascade,
  constraint messages_sender_fk foreign key (sender_id) references procurement.users (user_id) on delete set null,
  constraint messages_content_check check (char_length(content) between 1 and 10000)
);
create index messages_thread_idx on procurement.messages (tenant_id, thread_id, created_at);
create index messages_sender_idx on procurement.messages (sender_id);
call procurement.guard_tenant_table('procurement.messages');

create table procurement.message_participants (
  tenant_id text not null,
  thread_id uuid not null,
  user_id uuid not null,
  last_read_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint message_participants_pkey primary key (tenant_id, thread_id, user_id),
  constraint message_participants_thread_fk foreign key (tenant_id, thread_id)
    references procurement.message_threads (tenant_id, thread_id) on delete cascade,
  constraint message_participants_user_fk foreign key (user_id)
    references procurement.users (user_id) on delete cascade
);
create index message_participants_user_idx on procurement.message_participants (user_id);
call procurement.guard_tenant_table('procurement.message_participants');
