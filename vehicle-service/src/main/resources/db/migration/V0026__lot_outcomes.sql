-- Purpose: what became of lots, by which rule and evidence
-- Depends: V0022
-- Rollback: U0026__lot_outcomes.sql

create table if not exists vehicle.lot_outcomes (
  id bigserial,
  lot_id bigint not null,
  outcome text not null,
  confidence numeric(3, 2) not null,
  rule text not null,
  evidence jsonb,
  inferred_at timestamptz not null default now(),
  superseded_at timestamptz,
  superseded_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint lot_outcomes_pkey primary key (id),
  constraint lot_outcomes_lot_fk foreign key (lot_id) references vehicle.lots (id) on delete cascade,
  constraint lot_outcomes_outcome_ck check (outcome in ('sold', 'not_sold', 'on_approval', 'cancelled')),
  constraint lot_outcomes_confidence_ck check (confidence between 0 and 1)
);
create unique index if not exists lot_outcomes_present_unique on vehicle.lot_outcomes (lot_id)
  where superseded_at is null;
create index if not exists lot_outcomes_lot_idx on vehicle.lot_outcomes (lot_id, id);
call vehicle.guard_global_table('vehicle.lot_outcomes');
