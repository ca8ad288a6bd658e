set session_replication_role = replica;
truncate catalog.product, catalog.productword, catalog.category, catalog.brand, catalog.supplier, catalog.warehouse,
  catalog.taxrate cascade
