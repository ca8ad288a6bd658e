package org.quartermaster.procurement.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.tender.TenderTraces;

/** Reads what the caller's tenant has to do with a tender, and which codes its documents suggest. */
@ApplicationScoped
class OwnTraces {
    private static final String READ = """
            select cast(jsonb_build_object(
              'quotations', (
                select coalesce(jsonb_agg(jsonb_build_object('quotation_number', a.results -> 'quotation_number',
                    'total_amount', a.results -> 'total_amount', 'currency', a.results -> 'currency',
                    'lines_matched', a.results -> 'lines_matched', 'lines_total', a.results -> 'lines_total',
                    'drafted_at', a.created_at) order by a.created_at desc, a.analysis_id), '[]')
                from procurement.analysis_history a
                where a.tenant_id = $1 and a.tender_id = $2 and a.analysis_type = 'quotation_drafted'),
              'alerts', (
                select coalesce(jsonb_agg(jsonb_build_object('alert_id', l.alert_id, 'name', l.name,
                    'verdict', l.verdict, 'matched_at', l.matched_at) order by l.matched_at desc, l.alert_id), '[]')
                from (
                  select distinct on (m.alert_id) m.alert_id, a.name, m.verdict, m.matched_at
                  from procurement.alert_matches m
                  join procurement.alerts a on a.tenant_id = m.tenant_id and a.alert_id = m.alert_id
                  where m.tenant_id = $1 and m.tender_id = $2
                  order by m.alert_id, m.material_version desc, m.matched_at desc) l),
              'suggested_cpv', (
                select coalesce(jsonb_agg(jsonb_build_object('cpv_code', s.cpv_code, 'description', s.description_en,
                    'doc_id', s.doc_id) order by s.cpv_code), '[]')
                from (
                  select distinct on (c.cpv_code) c.cpv_code, c.description_en, d.doc_id
                  from procurement.tender_documents d
                  cross join unnest(d.found_cpv) found (code)
                  join procurement.cpv_codes c on c.cpv_code = found.code
                  join procurement.tenders t on t.tender_id = d.tender_id
                  where d.tender_id = $2 and d.extraction_status = 'success' and not c.code8 = any (t.cpv_codes)
                  order by c.cpv_code, d.doc_id) s)
            ) as text)
            """;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    OwnTraces(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<TenderTraces> read(Caller caller, String tender) {
        return database.read(caller, READ, caller.tenant(), tender)
                .map(rows -> json.read(rows.iterator().next().getString(0), TenderTraces.class));
    }
}
