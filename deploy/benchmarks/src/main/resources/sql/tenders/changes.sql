insert into procurement.tender_changes (tender_id, material_version, classes, changed, position, created_at)
select tender_id, 1, '{published}', '[]', p.last + row_number() over (order by tender_id),
  now() - row_number() over (order by tender_id) % 29 * interval '1 day'
from procurement.tenders cross join (select coalesce(max(position), 0) as last from procurement.tender_changes) p
