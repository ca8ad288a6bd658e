-- Purpose: name the rows of the log that its chain lacks, so that the chainer need not look for them among all
-- Depends: V0028
-- Rollback: U0090__note_unchained_activity.sql
create table catalog.activitypending (
  tenant_id text not null,
  log_id bigint not null,
  log_timestamp timestamptz not null,
  -- of a bulk load, which all others pass
  is_bulk boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint activitypending_pkey primary key (tenant_id, is_bulk, log_id)
);
call catalog.guard_tenant_table('catalog.activitypending', append_only => true);

insert into catalog.activitypending (tenant_id, log_id, log_timestamp, is_bulk)
select r.tenant_id, r.id, r."timestamp", true from catalog.activitylog r
where not exists (select from catalog.activitychain c where c.tenant_id = r.tenant_id and c.log_id = r.id);

create function catalog.note_unchained_activity() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  insert into catalog.activitypending (tenant_id, log_id, log_timestamp, is_bulk)
  select tenant_id, id, "timestamp", (select count(*) > 500 from added) from added;
  return null;
end $$;
create trigger note_unchained_activity after insert on catalog.activitylog
  referencing new table as added for each statement execute function catalog.note_unchained_activity();

comment on column catalog.activitychain.prev_hash is 'hash of the link before; 32 zero bytes in the first one of a tenant';
