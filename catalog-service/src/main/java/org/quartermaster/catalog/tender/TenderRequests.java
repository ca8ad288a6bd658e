package org.quartermaster.catalog.tender;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.rfp.RfpService;
import org.quartermaster.catalog.rfpline.LineRepository;
import org.quartermaster.catalog.rfpline.NewLine;
import org.quartermaster.catalog.tender.PublishedTender.TenderItem;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.change.UnitOfWork;

/** Makes a request of a tender for one tenant, once. */
@ApplicationScoped
class TenderRequests {
    /** NB: a value that is not known is within all bounds. */
    private static final String SUBSCRIPTION = """
            select id from catalog.tendersubscription
            where tenant_id = $1 and is_active and prefix_key = any ($2)
              and ($3::numeric is null or coalesce(min_value <= $3, true) and coalesce(max_value >= $3, true))
            order by length(prefix_key) desc, id limit 1
            """;

    private static final String INSERT = """
            insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type, parsed_content,
              analysis_results, client_name, project_value, currency, deadline, language, source, source_ref)
            values ($1, $2, $3, 'text/plain', $4, cast($5::text as jsonb), $6, $7,
              (select code from catalog.currency where code = $8), $9, $10, 'tender', $11)
            on conflict (tenant_id, source, source_ref) do nothing returning id
            """;
    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
    private static final Measures MEASURES = new Measures(Units.standard());

    private final RfpService rfps;
    private final LineRepository lines;
    private final UnspscHints hints;

    @Inject
    TenderRequests(RfpService rfps, LineRepository lines, UnspscHints hints) {
        this.rfps = rfps;
        this.lines = lines;
        this.hints = hints;
    }

    /** Nothing when no subscription of the tenant wants it, or it is there already. */
    Uni<Void> take(UnitOfWork unit, String reference, PublishedTender tender) {
        var prefixes = tender.prefixes().toArray(String[]::new);
        return unit.run(SUBSCRIPTION, unit.caller().tenant(), prefixes, tender.value())
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().voidItem()
                        : hints.of(unit, tender)
                                .chain(known -> make(
                                        unit,
                                        reference,
                                        tender,
                                        found.iterator().next().getLong("id"),
                                        known)));
    }

    private Uni<Void> make(
            UnitOfWork unit, String reference, PublishedTender tender, long subscription, UnspscHints.Known known) {
        var results = new JsonObject()
                .put(
                        "tender",
                        new JsonObject()
                                .put("subscription_id", subscription)
                                .put("unspsc_hint", known.of(tender.codes())));
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        tender.name() == null ? reference : tender.name(),
                        "rfp/tender/" + reference,
                        tender.text(),
                        results.encode(),
                        tender.client(),
                        tender.value(),
                        tender.estimatedCurrency(),
                        tender.deadline(),
                        tender.languageCode(),
                        reference)
                .chain(made -> made.size() == 0
                        ? Uni.createFrom().voidItem()
                        : fill(unit, made.iterator().next().getLong("id"), tender, known));
    }

    private Uni<Void> fill(UnitOfWork unit, long rfp, PublishedTender tender, UnspscHints.Known known) {
        var items = new ArrayList<NewLine>();
        for (var item : tender.namedItems()) {
            items.add(line(items.size() + 1, item, tender.lotOf(item), known.of(item.cpvCode(), tender.codes())));
        }
        return lines.insert(unit, rfp, items).chain(() -> rfps.received(unit, rfp));
    }

    private static NewLine line(int number, TenderItem item, String lot, String hint) {
        var text = item.description().strip();
        var unit =
                Optional.ofNullable(item.unit()).flatMap(Units.standard()::find).map(Unit::code);
        var wish = Wish.of(text, null, null, MEASURES.in(text));
        return new NewLine(number, lot, "{}", text, quantity(item), unit.orElse(null), item.unit(), wish, hint);
    }

    /** Null for one that cannot be. */
    private static BigDecimal quantity(TenderItem item) {
        var given = item.quantity();
        return given == null
                        || given.signum() <= 0
                        || given.compareTo(MOST) >= 0
                        || given.stripTrailingZeros().scale() > DECIMALS
                ? null
                : given;
    }
}
