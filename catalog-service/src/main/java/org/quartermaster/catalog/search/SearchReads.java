package org.quartermaster.catalog.search;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Asks the functions of the search. */
@ApplicationScoped
final class SearchReads {
    /**
     * NB: the function finds, and the products are read as the caller sees them: by ids that are columns, because row
     * security keeps an expression that might leak what it sees away from the index.
     */
    static final String SEARCH = """
            with found as materialized (select catalog.search_products(cast(cast($1 as text) as jsonb)) as answer),
            hit as materialized (
              select cast(h.value ->> 'id' as bigint) as id, h.value - 'id' as match, h.ordinality
              from found cross join jsonb_array_elements(answer -> 'hits') with ordinality h)
            select cast(answer - 'hits' as text) as answer, (
                select cast(coalesce(jsonb_agg(
                  to_jsonb(p) || jsonb_build_object('match', h.match) order by h.ordinality), '[]') as text)
                from hit h
                  join catalog.product p on p.tenant_id = (select current_setting('app.tenant_id')) and p.id = h.id) as items
            from found
            """;

    private static final String SIMILAR = "select asked_word, word, likeness from catalog.similar_words($1)";
    private static final String SUGGEST =
            "select text, product_id, kind from catalog.suggest_products(cast(cast($1 as text) as jsonb))";

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    SearchReads(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param hits of the page, and one more where another page follows
     */
    record Found(SearchAnswer answer, List<ProductHit> hits) {}

    Uni<Found> search(Caller caller, Map<String, Object> asked) {
        return database.read(caller, SEARCH, json.text(asked))
                .map(rows -> found(rows.iterator().next()));
    }

    private Found found(Row row) {
        return new Found(
                json.read(row.getString("answer"), SearchAnswer.class),
                json.read(row.getString("items"), new TypeReference<>() {}));
    }

    Uni<SimilarWords> similar(Caller caller, List<String> words) {
        return database.read(caller, SIMILAR, (Object) words.toArray(String[]::new))
                .map(SimilarWords::read);
    }

    Uni<List<ProductSuggestions.Suggested>> suggest(Caller caller, Map<String, Object> asked) {
        return database.read(caller, SUGGEST, json.text(asked)).map(rows -> {
            var found = new ArrayList<ProductSuggestions.Suggested>();
            rows.forEach(row -> found.add(new ProductSuggestions.Suggested(
                    row.getString("text"), row.getLong("product_id"), row.getString("kind"))));
            return List.copyOf(found);
        });
    }
}
