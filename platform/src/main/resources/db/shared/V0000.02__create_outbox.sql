-- Purpose: the transactional outbox; rows are written with the change they tell of and published by the relay
-- Depends: V0000.01
-- Rollback: U0000.02__create_outbox.sql
create table platform.outbox (
  event_id uuid not null,
  tenant_id varchar(100) not null,
  seq bigint generated always as identity,
  position bigint,
  entity varchar(60) not null,
  entity_id varchar(100) not null,
  subject varchar(255) not null,
  envelope text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  constraint outbox_pkey primary key (event_id)
);
create index outbox_unstamped on platform.outbox (seq) where position is null;
create index outbox_unpublished on platform.outbox (position) where published_at is null;
create index outbox_feed on platform.outbox (tenant_id, position) where position is not null;
create index outbox_published on platform.outbox (published_at) where published_at is not null;
call platform.guard_tenant_table('platform.outbox', append_only => true);

-- Events of global rows are for every tenant's change feed.
do $$ begin
  execute format('create policy public_events on platform.outbox for select to %I using (tenant_id = ''public'')',
    current_database() || '_app');
end $$;

-- The last dense position given; one row, locked by the active relay alone.
create table platform.outbox_position (
  only_row boolean not null default true,
  last_position bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint outbox_position_pkey primary key (only_row),
  constraint outbox_position_only_row_check check (only_row)
);
insert into platform.outbox_position default values;
do $$ begin
  execute format('grant select, update on platform.outbox_position to %I', current_database() || '_system');
end $$;
