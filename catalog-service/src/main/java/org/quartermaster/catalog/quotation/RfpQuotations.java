package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.catalog.rfp.QuotedRfps;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** Drafts quotations from requests: a line whose product is known and has a price gets it, all others have none. */
@ApplicationScoped
public class RfpQuotations {
    private static final String TENDER = "tender";

    private final QuotedRfps requests;
    private final Drafts drafts;
    private final ItemPricing pricing;
    private final QuotationJson json;

    @Inject
    RfpQuotations(QuotedRfps requests, Drafts drafts, ItemPricing pricing, QuotationJson json) {
        this.requests = requests;
        this.drafts = drafts;
        this.pricing = pricing;
        this.json = json;
    }

    /** What is to be otherwise than the request, the customer and the settings say; each may be null. */
    public record Wish(Long customerId, String currency, Instant validUntil, String projectTitle) {}

    /**
     * Drafts the quotation of an analysed request, in a fixed number of statements whatever its length, and tells of
     * it. 404, 409 {@code rfp.not_analyzed}, 422 {@code rfp.no_lines}.
     */
    public Uni<QuotationView> draft(UnitOfWork unit, long rfpId, Wish wish) {
        return RfpLines.lock(unit, rfpId).chain(lines -> {
            var draft = new FullQuotation(head(rfpId, lines.request(), wish), lines.items());
            return drafts.number(unit, draft, () -> pricing.priceAnew(unit, draft.head(), draft.items()))
                    .invoke(made -> tell(unit, made, lines))
                    .call(made -> requests.quoted(unit, rfpId, made.head().id))
                    .chain(json::show);
        });
    }

    private static Quotation head(long rfpId, RfpLines.Request request, Wish wish) {
        var head = new Quotation();
        head.rfpId = rfpId;
        head.customerId = wish.customerId == null ? request.customerId() : wish.customerId;
        head.clientName = wish.customerId == null ? clientName(request) : null;
        head.currency = wish.currency == null ? request.currency() : wish.currency;
        head.validUntil = wish.validUntil;
        head.projectTitle = wish.projectTitle == null ? request.documentName() : wish.projectTitle;
        return head;
    }

    /** NB: a tender may keep its buyer to itself; it is offered under its own name then. */
    private static String clientName(RfpLines.Request request) {
        return request.clientName() == null && request.customerId() == null && TENDER.equals(request.source())
                ? request.documentName()
                : request.clientName();
    }

    private static void tell(UnitOfWork unit, FullQuotation made, RfpLines lines) {
        var request = lines.request();
        var extra = new HashMap<String, Object>(Map.of(
                "source", request.source(),
                "items_count", made.items().size(),
                "lines_total", lines.total(),
                "lines_matched", lines.matched()));
        if (TENDER.equals(request.source())) {
            extra.put("tender_id", request.sourceRef());
        }
        unit.changed(new Change(
                Quotation.ENTITY, Long.toString(made.head().id), "drafted", QuotationNews.of(made), null, extra));
    }
}
