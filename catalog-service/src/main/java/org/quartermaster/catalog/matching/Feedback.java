package org.quartermaster.catalog.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.catalog.text.Fold;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** What people decided on the words of a line; it counts for the same words from then on. */
@ApplicationScoped
public class Feedback {
    /** As the column takes it. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_KEY = 300;
    private static final String READ =
            "select folded_text, product_id, verdict from catalog.matchfeedback where tenant_id = $1 and text_key = any ($2)";
    private static final String FORGET = """
            delete from catalog.matchfeedback
            where tenant_id = $1 and text_key = left($2, 300) and folded_text = $2 and product_id = $3
            """;
    private static final String LEARN = """
            insert into catalog.matchfeedback (tenant_id, folded_text, product_id, verdict, line_id, actor)
            values ($1, $2, $3, $4, $5, $6)
            """;

    /** What a person said of a product for a line. */
    public enum Verdict {
        CONFIRMED,
        REJECTED
    }

    /** Keeps a verdict in place of an earlier one on the same words and product. */
    public Uni<Void> learn(UnitOfWork unit, Wish wish, long product, Verdict verdict, long line) {
        var tenant = unit.caller().tenant();
        var text = text(wish);
        return unit.runAll(List.of(
                        Query.of(FORGET, tenant, text, product),
                        Query.of(
                                LEARN,
                                tenant,
                                text,
                                product,
                                Words.of(verdict),
                                line,
                                unit.caller().subject())))
                .replaceWithVoid();
    }

    private static String text(Wish wish) {
        var text = Stream.of(wish.text(), wish.brand(), wish.mpn())
                .filter(part -> part != null)
                .map(Fold::fold)
                .collect(Collectors.joining(" "));
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    static Query of(String tenant, List<Wish> lines) {
        var keys = lines.stream()
                .map(Feedback::text)
                .map(text -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST_KEY, text.codePointCount(0, text.length())))))
                .distinct()
                .toArray(String[]::new);
        return Query.of(READ, tenant, keys);
    }

    /** The lines with what was decided on their words. */
    List<Wish> learned(List<Wish> lines, RowSet<Row> rows) {
        Map<String, Map<String, Set<Long>>> verdicts = new HashMap<>();
        rows.forEach(row -> verdicts.computeIfAbsent(row.getString("folded_text"), any -> new HashMap<>())
                .computeIfAbsent(row.getString("verdict"), any -> new HashSet<>())
                .add(row.getLong("product_id")));
        return lines.stream()
                .map(line -> line.learned(verdicts.getOrDefault(text(line), Map.of())))
                .toList();
    }
}
