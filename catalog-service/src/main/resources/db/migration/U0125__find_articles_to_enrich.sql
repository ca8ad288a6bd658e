-- Purpose: takes back V0125
-- Depends: V0125
-- Rollback: V0125__find_articles_to_enrich.sql
-- Destructive: approved
drop trigger ask_for_features_of_changed on catalog.productclassification;
drop trigger ask_for_features_of_added on catalog.productclassification;
drop function catalog.ask_for_features();
drop trigger rate_enrichment on catalog.product;
drop function catalog.rate_enrichment();
drop index catalog.product_unenriched_idx;
alter table catalog.product drop column enrichment_failure;
