truncate procurement.ocds_releases, procurement.ocds_processes, procurement.tenders, procurement.tender_changes,
  procurement.entities, procurement.ocds_import_issues, procurement.ocds_imports cascade
