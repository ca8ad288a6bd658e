-- Purpose: takes back V0050
-- Depends: V0050
-- Rollback: V0050__measure_completeness.sql
-- Destructive: approved
drop trigger measure_removed on catalog.productclassification;
drop trigger measure_changed on catalog.productclassification;
drop trigger measure_added on catalog.productclassification;
drop trigger measure_removed on catalog.productspecification;
drop trigger measure_changed on catalog.productspecification;
drop trigger measure_added on catalog.productspecification;
drop trigger measure_product on catalog.product;
drop function catalog.measure_changed();
drop function catalog.measure_products(text, bigint[]);
drop function catalog.measure_product();
drop function catalog.completeness_of(catalog.product);
