-- What articles refer to; brands, suppliers and categories have the ids that the products give them.
insert into catalog.warehouse (tenant_id, id, code, name) values ('%1$s', 1, 'MAIN', 'Main');
insert into catalog.taxrate (tenant_id, tax_class, rate, valid) values ('%1$s', 'standard', 0.15, '[2000-01-01,)');
insert into catalog.brand (tenant_id, id, name, slug)
select '%1$s', n, 'Brand ' || n, 'brand-' || n from generate_series(1, 20) n;
insert into catalog.supplier (tenant_id, id, code, name)
select '%1$s', n, 'S' || n, 'Supplier ' || n from generate_series(1, 50) n;
insert into catalog.category (tenant_id, id, name, slug)
select '%1$s', n, 'Category ' || n, 'category-' || n from generate_series(1, 10) n;
insert into catalog.category (tenant_id, id, name, slug, parent_id)
select '%1$s', n, 'Category ' || n, 'category-' || n, 1 + n %% 10 from generate_series(11, 100) n;
insert into catalog.unspsccode (code, title, source, parent_code)
select code, 'Things ' || code, 'bench', parent from (values ('98000000', null), ('98100000', '98000000'),
  ('98101500', '98100000')) as above (code, parent)
on conflict do nothing;
insert into catalog.unspsccode (code, title, source, parent_code)
select '981015' || to_char(n, 'fm00'), 'Things of kind ' || n, 'bench', '98101500' from generate_series(1, 99) n
on conflict do nothing;
