package org.quartermaster.catalog.rfpanalysis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.catalog.quotation.RfpQuotations;
import org.quartermaster.catalog.quotation.RfpQuotations.Wish;
import org.quartermaster.platform.change.UnitOfWork;

/** Drafts the quotation of a tender's request, once, where its subscription wants one and a line was matched. */
@ApplicationScoped
class TenderDrafts {
    private static final Wish NOTHING_ELSE = new Wish(null, null, null, null);
    private static final String WANTED = """
            select 1 from catalog.rfpdocument r
            join catalog.tendersubscription s on s.tenant_id = r.tenant_id
              and s.id = cast(r.analysis_results #>> '{tender,subscription_id}' as bigint) and s.draft_quotation
            where r.tenant_id = $1 and r.id = $2 and r.source = 'tender' and r.analysis_status = 'analyzed'
              and exists (select from catalog.rfpline l where l.tenant_id = r.tenant_id and l.rfp_id = r.id
                and l.status in ('auto', 'confirmed'))
              and not exists (select from catalog.quotation q where q.tenant_id = r.tenant_id and q.rfp_id = r.id)
            """;

    private final RfpQuotations quotations;

    @Inject
    TenderDrafts(RfpQuotations quotations) {
        this.quotations = quotations;
    }

    Uni<Void> draft(UnitOfWork unit, long rfpId) {
        return unit.run(WANTED, unit.caller().tenant(), rfpId)
                .chain(wanted -> wanted.size() == 0
                        ? Uni.createFrom().voidItem()
                        : quotations.draft(unit, rfpId, NOTHING_ELSE).replaceWithVoid());
    }
}
