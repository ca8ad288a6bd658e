package org.quartermaster.catalog.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** What a source says without knowing whether a better one said something else. */
public final class Offers {
    private static final String BETTER = """
            select from catalog.productfieldsource
            where tenant_id = $1 and product_id = $2 and field = $3 and is_chosen and priority > $4
            """;
    private static final String KEEP = """
            insert into catalog.productfieldsource (tenant_id, product_id, field, source, priority, value, source_ref,
              observed_at, is_chosen)
            values ($1, $2, $3, $4, $5, cast($6::text as jsonb), '', $7, false)
            on conflict (tenant_id, product_id, field, source, source_ref) do update
              set value = excluded.value, observed_at = excluded.observed_at
            """;

    private Offers() {}

    /** Keeps what a source says of a field, and chooses it unless a better one said something; whether it is chosen. */
    public static Uni<Boolean> of(UnitOfWork unit, long product, Source source, String field, JsonNode value) {
        var priority = (short) source.priority;
        return unit.run(BETTER, unit.caller().tenant(), product, field, priority)
                .map(better -> better.size() == 0)
                .call(isBest -> isBest
                        ? Observations.choose(unit, product, source, "", said(field, value))
                        : keep(unit, product, source, field, value));
    }

    private static Uni<Void> keep(UnitOfWork unit, long product, Source source, String field, JsonNode value) {
        return unit.run(
                        KEEP,
                        unit.caller().tenant(),
                        product,
                        field,
                        source.word(),
                        (short) source.priority,
                        value.toString(),
                        Columns.time(unit.now()))
                .replaceWithVoid();
    }

    private static ObjectNode said(String field, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(field, value);
    }
}
