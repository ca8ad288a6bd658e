package org.quartermaster.catalog.productclassification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.SuggestionRequest;
import org.quartermaster.catalog.classification.Suggestions;
import org.quartermaster.catalog.productclassification.ProposalTable.Proposal;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Proposes codes for the articles of a tenant that have no confirmed one; a few hundred at a time. */
@ApplicationScoped
class ProposalJob implements JobKind {
    static final String NAME = "classification.propose";

    private static final int BATCH = 200;
    private static final String NEXT = """
            select p.id, p.name, p.description, g.name as category, b.name as brand
            from catalog.product p
              left join catalog.category g on g.tenant_id = p.tenant_id and g.id = p.category_id
              left join catalog.brand b on b.tenant_id = p.tenant_id and b.id = p.brand_id
            where p.tenant_id = $1 and p.id > $2 and p.deleted_at is null
              and ($3::bigint is null or p.brand_id = $3) and ($4::bigint is null or p.supplier_id = $4)
              and ($5::bigint is null or starts_with(g.path,
                (select t.path from catalog.category t where t.tenant_id = $1 and t.id = $5)))
              and not exists (select from catalog.productclassification c where c.tenant_id = p.tenant_id
                and c.product_id = p.id and c.status = 'confirmed' and c.%s is not null)
            order by p.id limit $6
            """;

    private final Suggestions suggestions;
    private final ProposalTable proposals;
    private final EtimChanges changes;

    @Inject
    ProposalJob(Suggestions suggestions, ProposalTable proposals, EtimChanges changes) {
        this.suggestions = suggestions;
        this.proposals = proposals;
        this.changes = changes;
    }

    /**
     * What a run came to.
     *
     * @param proposed articles with a new proposal
     * @param unchanged articles for which the same was proposed before
     * @param abstained articles for which no code was sure enough
     * @param outdated articles whose confirmed class has a newer version that dropped or retyped features of theirs
     */
    @Schema(name = "ClassificationRun")
    record Result(long products, long proposed, long unchanged, long abstained, long outdated) {
        static Result of(ObjectNode place) {
            return new Result(
                    place.path("products").longValue(),
                    place.path("proposed").longValue(),
                    place.path("unchanged").longValue(),
                    place.path("abstained").longValue(),
                    0);
        }

        ObjectNode place(long after) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("after", after)
                    .put("products", products)
                    .put("proposed", proposed)
                    .put("unchanged", unchanged)
                    .put("abstained", abstained);
        }

        Result with(int all, int sure, int fresh) {
            return new Result(
                    products + all, proposed + fresh, unchanged + sure - fresh, abstained + all - sure, outdated);
        }

        Result outdated(long found) {
            return new Result(products, proposed, unchanged, abstained, found);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException {
        var filter = ArticleFilter.of(run.parameters());
        var place = run.checkpoint() == null ? JsonNodeFactory.instance.objectNode() : run.checkpoint();
        var result = Result.of(place);
        var after = place.path("after").longValue();
        for (var rows = next(run, filter, after); rows.size() > 0; rows = next(run, filter, after)) {
            var wanted = proposed(run, filter.system(), rows);
            after = wanted.get(wanted.size() - 1).productId();
            result = keep(run, filter.system(), wanted, result, after);
            run.progress(result.products(), null);
        }
        return Outcome.succeeded(filter.system() == ClassSystem.ETIM ? result.outdated(changes.write(run)) : result);
    }

    private static RowSet<Row> next(JobRun run, ArticleFilter filter, long after) {
        return run.read(
                NEXT.formatted(QueueList.column(filter.system())),
                run.caller().tenant(),
                after,
                filter.brandId(),
                filter.supplierId(),
                filter.categoryId(),
                BATCH);
    }

    private List<Proposal> proposed(JobRun run, ClassSystem system, RowSet<Row> rows) {
        var ids = new ArrayList<Long>(BATCH);
        var requests = new ArrayList<SuggestionRequest>(BATCH);
        for (var row : rows) {
            ids.add(row.getLong("id"));
            requests.add(new SuggestionRequest(
                    system,
                    row.getString("name"),
                    row.getString("description"),
                    row.getString("category"),
                    row.getString("brand"),
                    "en",
                    SuggestionRequest.USUAL_LIMIT));
        }
        var answers = run.await(() -> suggestions.suggest(run.caller(), requests));
        var wanted = new ArrayList<Proposal>(BATCH);
        for (var i = 0; i < ids.size(); i++) {
            wanted.add(new Proposal(ids.get(i), answers.get(i)));
        }
        return wanted;
    }

    private Result keep(JobRun run, ClassSystem system, List<Proposal> wanted, Result before, long after) {
        var sure = (int) wanted.stream().filter(one -> one.first() != null).count();
        return run.write(unit -> proposals
                .keep(unit, system, wanted)
                .map(fresh -> before.with(wanted.size(), sure, fresh.size()))
                .call(result -> run.checkpoint(unit, result.place(after))));
    }
}
