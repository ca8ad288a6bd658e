-- Purpose: takes back V0067
-- Depends: V0067
-- Rollback: V0067__create_product_search.sql
-- Destructive: approved
drop function catalog.suggest_products(jsonb);
drop function catalog.similar_words(text[]);
drop function catalog.search_products(jsonb);
drop function catalog.mismatched_features(text, jsonb);
drop function catalog.product_facet(text, text, catalog.product_hit[]);
drop function catalog.product_reasons(tsvector, jsonb);
drop function catalog.product_hits(text, jsonb, text, int, bigint, int);
drop function catalog.word_score(text, jsonb);
drop function catalog.products_by_words(int, text, text, text, catalog.product_hit[], int);
drop function catalog.products_by_number(jsonb, text, int);
drop function catalog.product_condition(text, jsonb, text);
drop function catalog.feature_condition(text, jsonb);
drop function catalog.texts_of(jsonb);
drop function catalog.searched_tenant();
drop type catalog.product_hit;
drop policy search_access on catalog.category;
drop policy search_access on catalog.brand;
drop policy search_access on catalog.supplier;
revoke select on catalog.category, catalog.brand, catalog.supplier, catalog.ansistandard, catalog.unspsccode,
  catalog.unitofmeasure, catalog.etimclass, catalog.etimfeature, catalog.etimvalue, catalog.etimunit,
  catalog.etimclassfeature from catalog_search;
