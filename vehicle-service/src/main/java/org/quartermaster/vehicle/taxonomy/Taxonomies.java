package org.quartermaster.vehicle.taxonomy;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.feed.FeedWords;

/** The codes of values: our own, and those that data admins have added or named otherwise. */
@ApplicationScoped
class Taxonomies {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "taxonomy_not_found");
    private static final String KEPT = """
            select code, label_en, label_ar, deprecated from vehicle.taxonomy where domain = $1
            order by sort_order, code
            """;

    private final TenantDatabase database;

    @Inject
    Taxonomies(TenantDatabase database) {
        this.database = database;
    }

    /** The codes of one domain, with labels in one language. */
    record Taxonomy(String domain, List<TaxonomyCode> items) {}

    /**
     * A code.
     *
     * @param deprecated whether no new value gets it any more
     */
    record TaxonomyCode(String code, String label, boolean deprecated) {}

    Uni<Answer> find(Caller caller, String domain, Locale language) {
        return database.read(caller, KEPT, domain)
                .map(rows -> new Taxonomy(domain, List.copyOf(codes(domain, language, rows))))
                .map(Taxonomies::answer);
    }

    private static Answer answer(Taxonomy taxonomy) {
        if (taxonomy.items().isEmpty()) {
            throw Problem.of(NOT_FOUND);
        }
        return Answer.ok(taxonomy, ETags.of(1, taxonomy.toString()));
    }

    private static Collection<TaxonomyCode> codes(String domain, Locale language, RowSet<Row> kept) {
        var codes = new LinkedHashMap<String, TaxonomyCode>();
        var arabic = language.getLanguage().equals("ar");
        for (var own : FeedWords.own()) {
            if (own.domain().equals(domain)) {
                var label = arabic ? own.labelAr() : own.labelEn();
                codes.put(own.code(), new TaxonomyCode(own.code(), label, false));
            }
        }
        for (var row : kept) {
            var code = row.getString("code");
            var before = codes.get(code);
            codes.put(code, new TaxonomyCode(code, label(row, arabic, before), row.getBoolean("deprecated")));
        }
        return codes.values();
    }

    /** In the language asked for, else in English, else as it was called before, else the code itself. */
    private static String label(Row row, boolean arabic, TaxonomyCode before) {
        var label = arabic ? row.getString("label_ar") : row.getString("label_en");
        if (label == null && before != null) {
            return before.label();
        }
        var english = label == null ? row.getString("label_en") : label;
        return english == null ? row.getString("code") : english;
    }
}
