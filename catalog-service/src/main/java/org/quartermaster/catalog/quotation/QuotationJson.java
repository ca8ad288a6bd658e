package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.rest.Json;

/** Makes the views of quotations, and the JSON that their rows keep. */
@ApplicationScoped
class QuotationJson {
    private static final TypeReference<List<QuotationLine>> LINES = new TypeReference<>() {};

    private final DatabaseJson json;

    @Inject
    QuotationJson(DatabaseJson json) {
        this.json = json;
    }

    /** The quotation as the API shows it. */
    Uni<QuotationView> show(FullQuotation full) {
        return HeavyWork.run(full.items().size(), () -> view(full));
    }

    private QuotationView view(FullQuotation full) {
        var head = full.head();
        return new QuotationView(
                QuotationEntry.of(head),
                lines(full),
                QuotationWarning.of(full),
                head.reservationId,
                Json.stored(head.backordered),
                Json.stored(head.untracked));
    }

    List<QuotationLine> lines(FullQuotation full) {
        var head = full.head();
        return head.isFrozen() && head.lineItems != null
                ? json.read(head.lineItems, LINES)
                : full.items().stream()
                        .map(item -> QuotationLine.of(item, head.minorUnits))
                        .toList();
    }

    /** Items as a JSON array of rows. */
    Uni<String> rows(List<QuotationItem> items) {
        return HeavyWork.run(items.size(), () -> text(items));
    }

    String text(Object value) {
        return json.text(value);
    }
}
