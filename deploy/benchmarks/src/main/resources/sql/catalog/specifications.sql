insert into catalog.productspecification (tenant_id, product_id, spec_name, spec_value, unit, value_num, dimension,
  canonical_low, canonical_high, source)
select p.tenant_id, p.id, s.name, s.value, s.unit, s.number, s.dimension, s.number, s.number, 'import'
from catalog.product p
cross join lateral (values
  ('Weight', (0.1 * (1 + p.id %% 100))::text, 'kg', 0.1 * (1 + p.id %% 100), 'mass'),
  ('Colour', (array['red', 'blue', 'grey'])[1 + p.id %% 3], null, null, null)) as s (name, value, unit, number, dimension)
where p.tenant_id = '%1$s'
