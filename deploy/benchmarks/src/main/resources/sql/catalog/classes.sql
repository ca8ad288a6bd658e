insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
select p.tenant_id, p.id, '981015' || to_char(1 + p.id %% 99, 'fm00'), 1, 'confirmed'
from catalog.product p where p.tenant_id = '%1$s' and p.id %% 2 = 0
