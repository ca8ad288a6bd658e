-- Purpose: public tenders: what is searched, one row for each process
-- Depends: V0021, V0022, V0026
-- Rollback: U0027__create_tenders.sql

create table procurement.tenders (
  tender_id varchar(100) not null,
  ocid text,
  process_id uuid,
  source_id text not null,
  source_reference text,
  source_url text,
  title text not null,
  description text,
  -- the publisher's words
  category varchar(255),
  main_category text,
  procuring_entity varchar(500),
  buyer_entity_id uuid,
  procedure text,
  procedure_details text,
  status text not null default 'open',
  ocds_status text,
  publication_date timestamptz,
  opening_date timestamptz,
  closing_date timestamptz,
  estimated_value numeric(24, 4),
  actual_value numeric(24, 4),
  estimated_currency char(3),
  actual_currency char(3),
  -- nothing is ever converted: a value in another currency is null here
  estimated_value_mkd numeric(24, 4)
    generated always as (case when estimated_currency = 'MKD' then estimated_value end) stored,
  estimated_value_eur numeric(24, 4)
    generated always as (case when estimated_currency = 'EUR' then estimated_value end) stored,
  actual_value_mkd numeric(24, 4)
    generated always as (case when actual_currency = 'MKD' then actual_value end) stored,
  actual_value_eur numeric(24, 4)
    generated always as (case when actual_currency = 'EUR' then actual_value end) stored,
  -- the main one, as it was published
  cpv_code varchar(50),
  cpv_codes text[] not null,
  cpv_prefixes text[] not null,
  cpv_main_prefixes text[] not null,
  winner varchar(500),
  lots_count int not null default 0,
  documents_count int not null default 0,
  language varchar(10) not null default 'und',
  country char(2),
  -- folded words, written by the service
  search tsvector not null,
  material_version int not null default 1,
  last_release_date timestamptz,
  scraped_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenders_pkey primary key (tender_id),
  constraint tenders_process_fk foreign key (process_id)
    references procurement.ocds_processes (process_id) on delete set null,
  constraint tenders_source_fk foreign key (source_id)
    references procurement.ocds_sources (source_id) on delete restrict,
  constraint tenders_buyer_fk foreign key (buyer_entity_id)
    references procurement.entities (entity_id) on delete set null,
  constraint tenders_id_check check (tender_id ~ '^[A-Za-z0-9._~-]+$'),
  constraint tenders_main_category_check check (main_category in ('goods', 'works', 'services')),
  constraint tenders_procedure_check check (procedure in ('open', 'selective', 'limited', 'direct')),
  constraint tenders_status_check check (status in ('planned', 'open', 'closed', 'awarded', 'cancelled')),
  constraint tenders_ocds_status_check check (ocds_status in ('planning', 'planned', 'active', 'cancelled',
    'unsuccessful', 'complete', 'withdrawn'))
);
create index tenders_search_idx on procurement.tenders using gin (search);
create index tenders_cpv_idx on procurement.tenders using gin (cpv_prefixes);
create index tenders_cpv_main_idx on procurement.tenders using gin (cpv_main_prefixes);
create index tenders_status_idx on procurement.tenders (status, closing_date);
create index tenders_publication_idx on procurement.tenders (publication_date, tender_id);
create index tenders_closing_idx on procurement.tenders (closing_date, tender_id);
create index tenders_updated_idx on procurement.tenders (updated_at, tender_id);
create index tenders_value_idx on procurement.tenders (estimated_currency, estimated_value, tender_id);
create index tenders_category_idx on procurement.tenders (category);
create index tenders_ocid_idx on procurement.tenders (ocid);
create index tenders_reference_idx on procurement.tenders (source_reference);
create index tenders_country_idx on procurement.tenders (country);
create index tenders_process_idx on procurement.tenders (process_id);
create index tenders_source_idx on procurement.tenders (source_id);
create index tenders_buyer_idx on procurement.tenders (buyer_entity_id);
call platform.guard_global_table('procurement.tenders');
call platform.add_row_version('procurement.tenders');
