create temporary table staged (sku text, name text, description text, price numeric, mpn text, brand text, category text)
on commit drop
