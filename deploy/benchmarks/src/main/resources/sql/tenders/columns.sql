tender_id, ocid, source_id, source_reference, source_url, title, description, category, main_category, procuring_entity,
  buyer_entity_id, procedure, procedure_details, ocds_status, publication_date, opening_date, closing_date,
  estimated_value, estimated_currency, actual_value, actual_currency, estimated_value_mkd, estimated_value_eur,
  actual_value_mkd, actual_value_eur, cpv_code, cpv_codes, winner, language, country, lots_count, documents_count,
  material_version, last_release_date, scraped_at, deleted_at, rv, created_at, updated_at,
  case when status = 'open' and closing_date < now() then 'closed' else status end as status
