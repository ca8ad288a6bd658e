package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.Feedback;
import org.quartermaster.catalog.classification.Feedback.Said;
import org.quartermaster.catalog.product.ProductWords;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Codes that files give articles: proposed, or confirmed where the user trusts the file; what a person said stays. */
@ApplicationScoped
public class ImportedClassifications {
    private static final String LISTED =
            "select code from catalog.unspsccode where code = any ($1) and state <> 'deleted'";
    private static final String CURRENT =
            "select class_code as code from catalog.etimclass where class_code = any ($1) and is_current";
    private static final String RETIRE = """
            update catalog.productclassification c set status = 'superseded', decided_at = coalesce(c.decided_at, $4)
            from unnest($2::bigint[], $3::text[]) as n (product_id, code)
            where c.tenant_id = $1 and c.product_id = n.product_id and c.%1$s is not null
              and (c.status = 'proposed' or c.status = 'confirmed' and c.%1$s <> n.code)
              and not exists (select from catalog.productclassification m where m.tenant_id = $1
                and m.product_id = n.product_id and m.%1$s is not null and m.status = 'confirmed'
                and (m.classification_method = 'manual' or m.%1$s = n.code))
            """;
    private static final String ADD = """
            insert into catalog.productclassification as c (tenant_id, product_id, unspsc_code, etim_class, etim_version,
              confidence, classification_method, status, classified_at, classified_by, decided_at)
            select $1, n.product_id, case when e.class_code is null then n.code end, e.class_code, e.version, 1, 'import',
              $4::text, $5::timestamptz, $6, case when $4::text = 'confirmed' then $5::timestamptz end
            from unnest($2::bigint[], $3::text[]) as n (product_id, code)
              left join catalog.etimclass e on e.class_code = n.code and e.is_current
            where not exists (select from catalog.productclassification k where k.tenant_id = $1
              and k.product_id = n.product_id and k.%1$s is not null
              and (k.status = 'confirmed' or k.status = 'proposed' and k.%1$s = n.code
                or $4::text = 'proposed' and k.status = 'rejected' and k.%1$s = n.code))
            returning\s""" + ClassificationView.COLUMNS;

    private final Feedback feedback;

    @Inject
    ImportedClassifications(Feedback feedback) {
        this.feedback = feedback;
    }

    /** A code that a file gives an article. */
    public record Given(long productId, String name, ClassSystem system, String code) {
        private static final Map<ClassSystem, String> COLUMNS =
                Map.of(ClassSystem.UNSPSC, "unspsc_code", ClassSystem.ETIM, "etim_class");
    }

    /** Which of the codes are listed. */
    public Uni<Set<String>> listed(UnitOfWork unit, Set<String> codes) {
        var asked = codes.toArray(String[]::new);
        return unit.runAll(List.of(Query.of(LISTED, (Object) asked), Query.of(CURRENT, (Object) asked)))
                .map(found -> {
                    var listed = new HashSet<String>();
                    found.forEach(rows -> rows.forEach(row -> listed.add(row.getString("code"))));
                    return listed;
                });
    }

    /** Keeps codes that are listed, of locked articles; gives what is to be told of those that have a new one. */
    public Uni<Map<Long, List<Change>>> keep(UnitOfWork unit, List<Given> given, boolean trusted) {
        var changes = new HashMap<Long, List<Change>>();
        return keep(unit, ClassSystem.UNSPSC, given, trusted, changes)
                .chain(() -> keep(unit, ClassSystem.ETIM, given, trusted, changes))
                .chain(() -> ProductWords.refresh(unit, changes.keySet().toArray(Long[]::new)))
                .replaceWith(changes);
    }

    private Uni<Void> keep(
            UnitOfWork unit, ClassSystem system, List<Given> given, boolean trusted, Map<Long, List<Change>> changes) {
        var ofSystem = given.stream().filter(one -> one.system() == system).toList();
        if (ofSystem.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tenant = unit.caller().tenant();
        var ids = ofSystem.stream().map(Given::productId).toArray(Long[]::new);
        var codes = new Columns<>(ofSystem).texts(Given::code);
        var now = Columns.time(unit.now());
        var column = Given.COLUMNS.get(system);
        var queries = new ArrayList<Query>();
        if (trusted) {
            queries.add(Query.of(RETIRE.formatted(column), tenant, ids, codes, now));
        }
        queries.add(Query.of(
                ADD.formatted(column),
                tenant,
                ids,
                codes,
                trusted ? "confirmed" : "proposed",
                now,
                unit.caller().subject()));
        return unit.runAll(queries).chain(results -> {
            var added = note(results.get(results.size() - 1), changes);
            return trusted
                    ? feedback.add(unit, said(ofSystem, added))
                    : Uni.createFrom().voidItem();
        });
    }

    private static Set<Long> note(RowSet<Row> rows, Map<Long, List<Change>> changes) {
        var added = new HashSet<Long>();
        rows.forEach(row -> {
            var view = ClassificationView.of(row);
            added.add(view.productId());
            changes.computeIfAbsent(view.productId(), id -> new ArrayList<>())
                    .add(Change.of("product", Long.toString(view.productId()), "classified", view, null)
                            .told(Change.Telling.NONE));
        });
        return added;
    }

    private static List<Said> said(List<Given> given, Set<Long> added) {
        return given.stream()
                .filter(one -> added.contains(one.productId()))
                .map(one -> new Said(one.productId(), one.name(), one.system(), one.code(), true))
                .toList();
    }
}
