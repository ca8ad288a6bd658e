package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.SuggestionView;
import org.quartermaster.catalog.classification.SuggestionView.SuggestedCode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;

/** Keeps what is proposed for articles; a proposal of before that says the same stays as it is. */
@ApplicationScoped
class ProposalTable {
    private static final int DECIMALS = 4;

    /** NB: what an import or a plugged-in model proposed is left to people. */
    private static final String STALE = """
            update catalog.productclassification c set status = 'superseded', decided_at = now()
            from unnest($2::bigint[], $3::text[]) as n (product_id, code)
            where c.tenant_id = $1 and c.product_id = n.product_id and c.status = 'proposed'
              and c.classification_method in ('text', 'learned') and c.%1$s is not null
              and c.%1$s is distinct from n.code
            """;

    private static final String PROPOSE = """
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, etim_class, etim_version,
              confidence, raw_score, classification_method, model_version, alternatives, evidence, classified_at,
              classified_by)
            select $1, n.product_id, case when e.class_code is null then n.code end, e.class_code, e.version,
              n.confidence, n.raw_score, n.method, n.model_version, cast(n.alternatives as jsonb),
              cast(n.evidence as jsonb), now(), $2
            from unnest($3::bigint[], $4::text[], $5::numeric[], $6::numeric[], $7::text[], $8::text[], $9::text[],
                $10::text[]) as n (product_id, code, confidence, raw_score, method, model_version, alternatives,
                evidence)
              left join catalog.etimclass e on e.class_code = n.code and e.is_current
            where not exists (select from catalog.productclassification c where c.tenant_id = $1
              and c.product_id = n.product_id and c.%1$s is not null
              and (c.status = 'confirmed' or c.status = 'proposed' and c.%1$s = n.code))
            returning product_id
            """;

    private final DatabaseJson json;

    @Inject
    ProposalTable(DatabaseJson json) {
        this.json = json;
    }

    /** What is suggested for an article. */
    record Proposal(long productId, SuggestionView suggestion) {
        /** Null where none is sure enough. */
        SuggestedCode first() {
            return suggestion.isProposed() ? suggestion.suggestions().get(0) : null;
        }

        String code() {
            return first() == null ? null : first().code();
        }
    }

    /** The articles that got a new proposal. */
    Uni<Set<Long>> keep(UnitOfWork unit, ClassSystem system, List<Proposal> proposals) {
        var column = QueueList.column(system);
        var all = new Columns<>(proposals);
        var sure = proposals.stream().filter(one -> one.first() != null).toList();
        var columns = new Columns<>(sure);
        var tenant = unit.caller().tenant();
        return Articles.lock(unit, proposals.stream().map(Proposal::productId).toList())
                .chain(() -> unit.run(STALE.formatted(column), tenant, ids(proposals), all.texts(Proposal::code)))
                .chain(() -> unit.run(
                        PROPOSE.formatted(column),
                        tenant,
                        unit.caller().subject(),
                        ids(sure),
                        columns.texts(Proposal::code),
                        columns.numbers(one -> rounded(one.first().confidence())),
                        columns.numbers(one -> rounded(one.first().rawScore())),
                        columns.texts(one -> one.first().method()),
                        columns.texts(one -> one.suggestion().modelVersion()),
                        columns.texts(text(one -> others(one.suggestion()))),
                        columns.texts(text(one -> one.first().evidence()))))
                .map(ProposalTable::products);
    }

    private Function<Proposal, String> text(Function<Proposal, Object> value) {
        return one -> json.text(value.apply(one));
    }

    private static Long[] ids(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::productId).toArray(Long[]::new);
    }

    private static List<SuggestedCode> others(SuggestionView suggestion) {
        return suggestion.suggestions().subList(1, suggestion.suggestions().size());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Set<Long> products(RowSet<Row> rows) {
        var products = new HashSet<Long>();
        rows.forEach(row -> products.add(row.getLong(0)));
        return products;
    }
}
