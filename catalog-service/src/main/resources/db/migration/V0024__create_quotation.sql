-- Purpose: quotations with their items, and the counters that number them without a gap
-- Depends: V0014, V0023
-- Rollback: U0024__create_quotation.sql
create table catalog.quotation (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  rfp_id bigint,
  quotation_number varchar(64) not null,
  revision int not null default 1,
  -- the newest sent revision, or the only one
  is_current boolean not null default true,
  customer_id bigint,
  client_name varchar(300) not null,
  client_email varchar(300),
  project_title varchar(300) not null,
  subtotal numeric(19, 4) not null default 0,
  discount_total numeric(19, 4) not null default 0,
  tax_total numeric(19, 4) not null default 0,
  total_amount numeric(19, 4) not null default 0,
  currency char(3) not null,
  status varchar(64) not null default 'draft',
  valid_until timestamptz not null,
  -- a frozen copy, written at sending
  line_items jsonb not null default '[]',
  terms_conditions varchar(20000),
  notes varchar(20000),
  created_by varchar(300),
  sent_date timestamptz,
  response_date timestamptz,
  response_note varchar(20000),
  priced_at timestamptz not null,
  pdf_sha256 bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint quotation_pkey primary key (tenant_id, id),
  constraint quotation_revision_unique unique (tenant_id, quotation_number, revision),
  constraint quotation_rfp_fk foreign key (tenant_id, rfp_id)
    references catalog.rfpdocument (tenant_id, id) on delete restrict,
  constraint quotation_customer_fk foreign key (tenant_id, customer_id)
    references catalog.customer (tenant_id, id) on delete restrict,
  constraint quotation_currency_fk foreign key (currency) references catalog.currency (code) on delete restrict,
  constraint quotation_revision_check check (revision > 0),
  constraint quotation_amounts_check
    check (subtotal >= 0 and discount_total >= 0 and tax_total >= 0 and total_amount >= 0),
  constraint quotation_total_check check (total_amount = subtotal + tax_total),
  constraint quotation_status_check
    check (status in ('draft', 'sent', 'accepted', 'rejected', 'expired', 'superseded', 'cancelled')),
  constraint quotation_pdf_check check (octet_length(pdf_sha256) = 32)
);
create unique index quotation_draft_unique on catalog.quotation (tenant_id, quotation_number) where status = 'draft';
create unique index quotation_current_unique on catalog.quotation (tenant_id, quotation_number) where is_current;
create index quotation_status_idx on catalog.quotation (tenant_id, status, valid_until);
create index quotation_client_idx on catalog.quotation (tenant_id, client_name, created_at);
create index quotation_rfp_idx on catalog.quotation (tenant_id, rfp_id);
create index quotation_customer_idx on catalog.quotation (tenant_id, customer_id);
create index quotation_total_idx on catalog.quotation (tenant_id, total_amount, status);
create index quotation_items_idx on catalog.quotation using gin (tenant_id, line_items);
create index quotation_currency_idx on catalog.quotation (currency);
create index quotation_due_idx on catalog.quotation (valid_until) where status = 'sent';
call catalog.guard_tenant_table('catalog.quotation');
call catalog.add_version('catalog.quotation');

create table catalog.quotationitem (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  quotation_id bigint not null,
  line_no int not null,
  rfp_line_id bigint,
  product_id bigint,
  item_description varchar(20000) not null,
  -- null only while the line of the request has none
  quantity numeric(18, 6),
  uom varchar(64),
  base_quantity numeric(18, 6),
  list_price numeric(19, 4),
  unit_price numeric(19, 4),
  line_total numeric(19, 4),
  tax_rate numeric(7, 6),
  line_tax numeric(19, 4),
  cost_snapshot numeric(19, 4),
  margin_percent numeric(7, 4),
  discount_percent numeric(7, 4),
  price_status varchar(64) not null default 'missing',
  price_trace jsonb not null default '{}',
  pricing_id bigint,
  price_reason varchar(20000),
  item_category varchar(300),
  supplier_id bigint,
  delivery_days int,
  match_confidence numeric(5, 4),
  compliance jsonb not null default '[]',
  notes varchar(20000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint quotationitem_pkey primary key (tenant_id, id),
  constraint quotationitem_number_unique unique (tenant_id, quotation_id, line_no),
  constraint quotationitem_quotation_fk foreign key (tenant_id, quotation_id)
    references catalog.quotation (tenant_id, id) on delete cascade,
  constraint quotationitem_rfp_line_fk foreign key (tenant_id, rfp_line_id)
    references catalog.rfpline (tenant_id, id) on delete restrict,
  constraint quotationitem_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete restrict,
  constraint quotationitem_pricing_fk foreign key (tenant_id, pricing_id)
    references catalog.productpricing (tenant_id, id) on delete restrict,
  constraint quotationitem_supplier_fk foreign key (tenant_id, supplier_id)
    references catalog.supplier (tenant_id, id) on delete restrict,
  constraint quotationitem_quantity_check check (quantity > 0),
  constraint quotationitem_no_quantity_check check (quantity is not null or price_status in ('missing', 'excluded')),
  constraint quotationitem_amounts_check
    check (least(list_price, unit_price, line_total, line_tax, cost_snapshot) >= 0),
  constraint quotationitem_tax_rate_check check (tax_rate between 0 and 1),
  constraint quotationitem_discount_check check (discount_percent between 0 and 100),
  constraint quotationitem_delivery_check check (delivery_days >= 0),
  constraint quotationitem_confidence_check check (match_confidence between 0 and 1),
  constraint quotationitem_status_check check (price_status in ('missing', 'priced', 'manual', 'excluded')),
  constraint quotationitem_price_check check ((unit_price is null) = (price_status in ('missing', 'excluded'))),
  constraint quotationitem_source_check check (price_status <> 'priced' or pricing_id is not null),
  constraint quotationitem_reason_check check (price_status <> 'manual' or price_reason is not null)
);
create index quotationitem_product_idx on catalog.quotationitem (tenant_id, product_id);
create index quotationitem_supplier_idx on catalog.quotationitem (tenant_id, supplier_id);
create index quotationitem_rfp_line_idx on catalog.quotationitem (tenant_id, rfp_line_id);
create index quotationitem_pricing_idx on catalog.quotationitem (tenant_id, pricing_id);
call catalog.guard_tenant_table('catalog.quotationitem');
call catalog.add_version('catalog.quotationitem');

create table catalog.documentcounter (
  tenant_id text not null,
  kind varchar(64) not null,
  year int not null,
  last_value bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint documentcounter_pkey primary key (tenant_id, kind, year),
  constraint documentcounter_value_check check (last_value >= 0)
);
call catalog.guard_tenant_table('catalog.documentcounter');
