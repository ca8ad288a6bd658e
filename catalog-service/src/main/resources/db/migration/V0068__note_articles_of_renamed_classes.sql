-- Purpose: the articles whose words are to be made anew, because what their class is called has changed
-- Depends: V0003, V0004, V0011, V0029
-- Rollback: U0068__note_articles_of_renamed_classes.sql
create table catalog.productwordsdue (
  tenant_id text not null,
  product_id bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productwordsdue_pkey primary key (tenant_id, product_id),
  constraint productwordsdue_product_fk foreign key (tenant_id, product_id)
    references catalog.product (tenant_id, id) on delete cascade
);
create index productwordsdue_created_idx on catalog.productwordsdue (created_at);
call catalog.guard_tenant_table('catalog.productwordsdue');

-- NB: these run as whoever changes a list, who sees the articles of all tenants; the articles are many, and nobody who
-- imports a list is to wait for them.
create function catalog.note_renamed_codes() returns trigger language plpgsql as $$
begin
  insert into catalog.productwordsdue (tenant_id, product_id)
  select c.tenant_id, c.product_id
  from new_rows n join old_rows o on o.code = n.code and o.title <> n.title
    join catalog.productclassification c on c.unspsc_code = n.code and c.status = 'confirmed'
  on conflict do nothing;
  return null;
end $$;
create trigger note_renamed_codes after update on catalog.unspsccode
  referencing old table as old_rows new table as new_rows for each statement execute function catalog.note_renamed_codes();

create function catalog.note_renamed_classes() returns trigger language plpgsql as $$
begin
  insert into catalog.productwordsdue (tenant_id, product_id)
  select c.tenant_id, c.product_id
  from new_rows n join old_rows o on o.id = n.id
      and (o.description_en, o.description_de, o.description_fr, o.description_nl)
        is distinct from (n.description_en, n.description_de, n.description_fr, n.description_nl)
    join catalog.productclassification c on c.etim_class = n.class_code and c.etim_version = n.version
      and c.status = 'confirmed'
  on conflict do nothing;
  return null;
end $$;
create trigger note_renamed_classes after update on catalog.etimclass
  referencing old table as old_rows new table as new_rows for each statement execute function catalog.note_renamed_classes();

-- Synonyms come and go; none is changed.
create function catalog.note_synonyms() returns trigger language plpgsql as $$
begin
  insert into catalog.productwordsdue (tenant_id, product_id)
  select distinct c.tenant_id, c.product_id
  from changed_rows s join catalog.etimclass k on k.id = s.class_id
    join catalog.productclassification c on c.etim_class = k.class_code and c.etim_version = k.version
      and c.status = 'confirmed'
  on conflict do nothing;
  return null;
end $$;
create trigger note_new_synonyms after insert on catalog.etimsynonym
  referencing new table as changed_rows for each statement execute function catalog.note_synonyms();
create trigger note_lost_synonyms after delete on catalog.etimsynonym
  referencing old table as changed_rows for each statement execute function catalog.note_synonyms();
