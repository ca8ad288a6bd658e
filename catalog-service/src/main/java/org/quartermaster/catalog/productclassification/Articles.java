package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The articles that decisions are about, locked so that the decisions on one come one after the other. */
final class Articles {
    static final ProblemType GONE = new ProblemType(410, "product.deleted");

    private static final String LOCK = """
            select id, name, deleted_at is not null as is_deleted from catalog.product
            where tenant_id = $1 and id = any ($2) order by id for no key update
            """;

    private Articles() {}

    /** What decisions need of an article. */
    record Article(long id, String name, boolean isDeleted) {}

    static Uni<Map<Long, Article>> lock(UnitOfWork unit, Collection<Long> ids) {
        return unit.run(LOCK, unit.caller().tenant(), ids.stream().distinct().toArray(Long[]::new))
                .map(rows -> {
                    var articles = new LinkedHashMap<Long, Article>();
                    rows.forEach(row -> articles.put(
                            row.getLong("id"),
                            new Article(row.getLong("id"), row.getString("name"), row.getBoolean("is_deleted"))));
                    return articles;
                });
    }

    /** The article; 404 where there is none, 410 where it was deleted. */
    static Article require(Article article) {
        if (article == null) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        if (article.isDeleted()) {
            throw Problem.of(GONE);
        }
        return article;
    }

    /** The id of a path; 404 for what can be none. */
    static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return Long.parseLong(text);
    }
}
