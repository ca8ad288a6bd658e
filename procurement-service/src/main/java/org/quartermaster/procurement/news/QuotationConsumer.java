package org.quartermaster.procurement.news;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.tenant.KnownTenants;

/** A quotation that the catalog drafted: the managers are told, and the tender shows it to its tenant. */
@ApplicationScoped
class QuotationConsumer implements EventConsumer<DraftedQuotation> {
    /** NB: a tender that is not here (any more) leaves the analysis without one. */
    private static final String ANALYSIS = """
            insert into procurement.analysis_history
              (tenant_id, analysis_id, tender_id, analysis_type, results, source_event_id)
            values ($1, $2, (select tender_id from procurement.tenders where tender_id = $3), 'quotation_drafted', $4, $5)
            on conflict do nothing
            returning tender_id
            """;

    private final KnownTenants tenants;
    private final Notices notices;

    @Inject
    QuotationConsumer(KnownTenants tenants, Notices notices) {
        this.tenants = tenants;
        this.notices = notices;
    }

    @Override
    public String subject() {
        return "qm.catalog.*.quotation.drafted";
    }

    @Override
    public Class<DraftedQuotation> data() {
        return DraftedQuotation.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<DraftedQuotation> event) {
        return tenants.ifKnown(unit, "quotations", () -> keep(unit, event));
    }

    private Uni<Void> keep(UnitOfWork unit, Event<DraftedQuotation> event) {
        var results = results(event);
        return unit.run(
                        ANALYSIS,
                        event.tenant(),
                        Ids.uuid(),
                        event.data().tenderId(),
                        new JsonObject(results),
                        event.id())
                .chain(kept -> kept.size() == 0
                        ? Uni.createFrom().voidItem()
                        : notices.tellMembers(
                                unit,
                                NewsReaders.ROLES,
                                notice(event, results, kept.iterator().next().getString(0))));
    }

    private static Map<String, Object> results(Event<DraftedQuotation> event) {
        var quotation = event.data();
        var results = new LinkedHashMap<String, Object>();
        results.put("id", event.entityId());
        results.put("quotation_number", quotation.quotationNumber());
        results.put("total_amount", quotation.totalAmount());
        results.put("currency", quotation.currency());
        results.put("items_count", quotation.itemsCount());
        results.put("lines_total", quotation.linesTotal());
        results.put("lines_matched", quotation.linesMatched());
        return results;
    }

    private static Notice notice(Event<DraftedQuotation> event, Map<String, Object> results, String tenderId) {
        var quotation = event.data();
        var title = "Quotation %s drafted"
                .formatted(Objects.requireNonNullElse(quotation.quotationNumber(), event.entityId()));
        var message = "%s of %s lines matched".formatted(shown(quotation.linesMatched()), shown(quotation.linesTotal()))
                + (quotation.totalAmount() == null
                                ? ""
                                : ", total %s %s"
                                        .formatted(
                                                quotation.totalAmount().toPlainString(),
                                                Objects.requireNonNullElse(quotation.currency(), "")))
                        .stripTrailing()
                + ".";
        return new Notice(null, NoticeType.QUOTATION, title, message, results, event.id(), tenderId, List.of());
    }

    private static String shown(Integer count) {
        return count == null ? "?" : count.toString();
    }
}
