-- Purpose: requests for quotation, their lines and what was matched to them
-- Depends: V0010, V0011
-- Rollback: U0023__create_rfpdocument.sql
create table catalog.storedfile (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  sha256 bytea not null,
  -- found from the content
  media_type varchar(300) not null,
  size_bytes bigint not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint storedfile_pkey primary key (tenant_id, id),
  constraint storedfile_sha256_unique unique (tenant_id, sha256),
  constraint storedfile_sha256_check check (octet_length(sha256) = 32),
  constraint storedfile_size_check check (size_bytes = octet_length(content))
);
call catalog.guard_tenant_table('catalog.storedfile');

create table catalog.rfpdocument (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  document_name varchar(300) not null,
  -- a key of the service's own, never a client's path
  document_path varchar(300) not null,
  file_id bigint,
  file_size bigint,
  file_type varchar(300) not null,
  upload_date timestamptz not null default now(),
  parsed_content text,
  parsed_requirements jsonb not null default '[]',
  analysis_status varchar(64) not null default 'pending',
  state varchar(64) not null default 'received',
  analysis_results jsonb not null default '{}',
  failure_code varchar(64),
  client_name varchar(300),
  customer_id bigint,
  project_value numeric(19, 4),
  currency char(3),
  deadline date,
  language varchar(8),
  source varchar(64) not null default 'upload',
  source_ref varchar(300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rfpdocument_pkey primary key (tenant_id, id),
  constraint rfpdocument_source_unique unique (tenant_id, source, source_ref),
  constraint rfpdocument_file_fk foreign key (tenant_id, file_id)
    references catalog.storedfile (tenant_id, id) on delete restrict,
  constraint rfpdocument_customer_fk foreign key (tenant_id, customer_id)
    references catalog.customer (tenant_id, id) on delete restrict,
  constraint rfpdocument_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint rfpdocument_analysis_check check (analysis_status in ('pending', 'analyzing', 'analyzed', 'failed')),
  constraint rfpdocument_state_check
    check (state in ('received', 'extracted', 'matched', 'reviewed', 'quoted', 'closed', 'rejected')),
  constraint rfpdocument_value_check check (project_value >= 0),
  constraint rfpdocument_source_check check (source in ('upload', 'api', 'tender'))
);
create index rfpdocument_analysis_idx on catalog.rfpdocument (tenant_id, analysis_status);
create index rfpdocument_state_idx on catalog.rfpdocument (tenant_id, state);
create index rfpdocument_client_idx on catalog.rfpdocument (tenant_id, client_name, upload_date);
create index rfpdocument_deadline_idx on catalog.rfpdocument (tenant_id, deadline);
create index rfpdocument_value_idx on catalog.rfpdocument (tenant_id, project_value);
create index rfpdocument_file_idx on catalog.rfpdocument (tenant_id, file_id);
create index rfpdocument_customer_idx on catalog.rfpdocument (tenant_id, customer_id);
create index rfpdocument_currency_idx on catalog.rfpdocument (currency);
create index rfpdocument_due_idx on catalog.rfpdocument (tenant_id) where analysis_status in ('pending', 'analyzing');
call catalog.guard_tenant_table('catalog.rfpdocument');
call catalog.add_version('catalog.rfpdocument');

create table catalog.rfpline (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  rfp_id bigint not null,
  line_no int not null,
  lot varchar(300),
  -- page, sheet or row, start, end
  source_span jsonb not null default '{}',
  raw_text varchar(20000) not null,
  description varchar(20000) not null,
  quantity numeric(18, 6),
  uom varchar(64),
  uom_raw varchar(300),
  brand varchar(300),
  mpn varchar(300),
  constraints jsonb not null default '[]',
  unspsc_hint char(8),
  status varchar(64) not null default 'extracted',
  product_id bigint,
  pack_code varchar(64),
  confidence numeric(5, 4),
  decided_by varchar(300),
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rfpline_pkey primary key (tenant_id, id),
  constraint rfpline_number_unique unique (tenant_id, rfp_id, line_no),
  constraint rfpline_rfp_fk foreign key (tenant_id, rfp_id)
    references catalog.rfpdocument (tenant_id, id) on delete cascade,
  constraint rfpline_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint rfpline_unspsc_check check (unspsc_hint ~ '^[0-9]{8}$'),
  constraint rfpline_status_check
    check (status in ('extracted', 'auto', 'review', 'no_match', 'confirmed', 'rejected', 'excluded')),
  constraint rfpline_product_check check (product_id is null or status in ('auto', 'confirmed')),
  constraint rfpline_confidence_check check (confidence between 0 and 1)
);
create index rfpline_status_idx on catalog.rfpline (tenant_id, status);
create index rfpline_product_idx on catalog.rfpline (tenant_id, product_id);
create index rfpline_constraints_idx on catalog.rfpline using gin (tenant_id, constraints);
call catalog.guard_tenant_table('catalog.rfpline');
call catalog.add_version('catalog.rfpline');

create table catalog.rfplinematch (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  line_id bigint not null,
  rank int not null,
  product_id bigint not null,
  score numeric not null,
  confidence numeric(5, 4) not null,
  evidence jsonb not null default '[]',
  model_version varchar(64) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rfplinematch_pkey primary key (tenant_id, id),
  constraint rfplinematch_rank_unique unique (tenant_id, line_id, rank),
  constraint rfplinematch_product_unique unique (tenant_id, line_id, product_id),
  constraint rfplinematch_line_fk foreign key (tenant_id, line_id)
    references catalog.rfpline (tenant_id, id) on delete cascade,
  constraint rfplinematch_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint rfplinematch_rank_check check (rank between 1 and 5),
  constraint rfplinematch_confidence_check check (confidence between 0 and 1)
);
create index rfplinematch_product_idx on catalog.rfplinematch (tenant_id, product_id);
call catalog.guard_tenant_table('catalog.rfplinematch');

create table catalog.matchfeedback (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  folded_text varchar(20000) not null,
  product_id bigint not null,
  verdict varchar(64) not null,
  -- the line that it was said of, which may be gone by now
  line_id bigint,
  actor varchar(300),
  -- an entry of an index has to fit into a page: a long text is found by its beginning
  text_key text collate "C" not null generated always as (left(folded_text, 300)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint matchfeedback_pkey primary key (tenant_id, id),
  constraint matchfeedback_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint matchfeedback_verdict_check check (verdict in ('confirmed', 'rejected'))
);
create index matchfeedback_text_idx on catalog.matchfeedback (tenant_id, text_key);
create index matchfeedback_product_idx on catalog.matchfeedback (tenant_id, product_id);
call catalog.guard_tenant_table('catalog.matchfeedback');
