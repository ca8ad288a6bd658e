-- Purpose: what happened to lots, by month; rows are only added
-- Depends: V0008
-- Rollback: U0027__lot_events.sql

create table if not exists audit.lot_events (
  id bigserial,
  lot_id bigint not null,
  kind text not null,
  at timestamptz not null default now(),
  -- {field: [old, new]}
  changes jsonb,
  file_id uuid,
  row_no int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lot_events_pkey primary key (id, at),
  constraint lot_events_kind_ck check (kind in ('updated', 'price_change', 'date_change', 'status_change', 'title_change',
    'vin_change', 'disappeared', 'reappeared', 'relisted', 'outcome', 'sale', 'removed', 'restored'))
) partition by range (at);
create index if not exists lot_events_lot_idx on audit.lot_events (lot_id, id);
create index if not exists lot_events_file_idx on audit.lot_events (file_id, id);
call vehicle.guard_global_table('audit.lot_events', append_only => true);
call platform.add_partition('audit.lot_events', 'lot_events_default', 'default');
