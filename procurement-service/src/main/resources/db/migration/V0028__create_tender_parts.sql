-- Purpose: lots, items, awards and contracts of tenders
-- Depends: V0027
-- Rollback: U0028__create_tender_parts.sql

create table procurement.tender_lots (
  tender_id varchar(100) not null,
  lot_id text not null,
  title text,
  description text,
  status text,
  value numeric(24, 4),
  currency char(3),
  closing_date timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_lots_pkey primary key (tender_id, lot_id),
  constraint tender_lots_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade
);
call platform.guard_global_table('procurement.tender_lots');

create table procurement.tender_items (
  tender_id varchar(100) not null,
  item_id text not null,
  description text,
  cpv_code text,
  additional_cpv text[] not null default '{}',
  quantity numeric,
  unit text,
  unit_value numeric(24, 4),
  currency char(3),
  lot_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_items_pkey primary key (tender_id, item_id),
  constraint tender_items_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade
);
call platform.guard_global_table('procurement.tender_items');

create table procurement.tender_awards (
  tender_id varchar(100) not null,
  award_id text not null,
  title text,
  status text,
  date timestamptz,
  value numeric(24, 4),
  currency char(3),
  lot_ids text[] not null,
  suppliers jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_awards_pkey primary key (tender_id, award_id),
  constraint tender_awards_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint tender_awards_status_check check (status in ('pending', 'active', 'cancelled', 'unsuccessful'))
);
call platform.guard_global_table('procurement.tender_awards');

create table procurement.tender_contracts (
  tender_id varchar(100) not null,
  contract_id text not null,
  award_id text,
  title text,
  status text,
  date_signed timestamptz,
  value numeric(24, 4),
  currency char(3),
  period_start timestamptz,
  period_end timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tender_contracts_pkey primary key (tender_id, contract_id),
  constraint tender_contracts_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint tender_contracts_status_check check (status in ('pending', 'active', 'cancelled', 'terminated'))
);
call platform.guard_global_table('procurement.tender_contracts');
