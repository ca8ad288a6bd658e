-- Purpose: articles that wait to be enriched are found at once, and what changes their completeness changes their state
-- Depends: V0011, V0050
-- Rollback: U0125__find_articles_to_enrich.sql
alter table catalog.product add column enrichment_failure varchar(64);

create index product_unenriched_idx on catalog.product (tenant_id, id)
  where deleted_at is null and enrichment_status in ('pending', 'running');

-- NB: the completeness alone changes with specifications, classes and what a category asks for.
create function catalog.rate_enrichment() returns trigger language plpgsql as $$
begin
  if new.enrichment_status = old.enrichment_status and new.enrichment_status in ('enriched', 'incomplete') then
    new.enrichment_status := case when new.completeness = 100 then 'enriched' else 'incomplete' end;
  end if;
  return new;
end $$;
create trigger rate_enrichment before update of completeness on catalog.product
  for each row execute function catalog.rate_enrichment();

-- A class has features, which the texts of its articles may tell of.
create function catalog.ask_for_features() returns trigger language plpgsql as $$
begin
  update catalog.product p set enrichment_status = 'pending'
  from changed c
  where c.status = 'confirmed' and c.etim_class is not null and p.tenant_id = c.tenant_id and p.id = c.product_id
    and p.enrichment_status in ('enriched', 'incomplete');
  return null;
end $$;
create trigger ask_for_features_of_added after insert on catalog.productclassification
  referencing new table as changed for each statement execute function catalog.ask_for_features();
create trigger ask_for_features_of_changed after update on catalog.productclassification
  referencing new table as changed for each statement execute function catalog.ask_for_features();
