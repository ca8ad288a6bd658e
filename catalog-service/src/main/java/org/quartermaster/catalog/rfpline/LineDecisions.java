package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.catalog.matching.Feedback;
import org.quartermaster.catalog.matching.Feedback.Verdict;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** What a person decides on a line, and what is learned from it. */
@ApplicationScoped
class LineDecisions {
    private static final String PRODUCT =
            "select 1 from catalog.product where tenant_id = $1 and id = $2 and deleted_at is null";
    private static final String PACKS = """
            select code from catalog.productpack where tenant_id = $1 and product_id = $2 order by code
            """;
    private static final String UPDATE = """
            update catalog.rfpline set quantity = $3, uom = $4, uom_raw = $5, status = $6, product_id = $7, pack_code = $8,
              confidence = $9, decided_by = $10, decided_at = $11, constraints = cast($12::text as jsonb)
            where tenant_id = $1 and id = $2
            """;

    private final Feedback feedback;
    private final DatabaseJson json;
    private final LineMeters meters;

    @Inject
    LineDecisions(Feedback feedback, DatabaseJson json, LineMeters meters) {
        this.feedback = feedback;
        this.json = json;
        this.meters = meters;
    }

    /** Reads the fields of a patch into a locked line and writes it; 422 for a product or pack that there is not. */
    Uni<Void> apply(UnitOfWork unit, RfpLine line, Fields fields) {
        var proposed = proposed(line);
        var product = LineFields.product(fields);
        LineFields.amount(fields, line);
        var decision = LineFields.decision(fields, product);
        var chosen = decision == LineStatus.CONFIRMED && product == null ? proposed : product;
        if (decision == LineStatus.CONFIRMED && chosen == null) {
            fields.error("product_id", "missing");
        }
        decide(unit, line, decision, chosen);
        var pack = LineFields.pack(fields, line.packCode);
        fields.check();
        return found(unit, line, product)
                .invoke(found -> {
                    line.packCode = pack(fields, pack, line, found);
                    fields.checkStrictly();
                })
                .chain(() -> write(unit, line))
                .chain(() -> learn(unit, line, decision, decision == LineStatus.REJECTED ? proposed : chosen));
    }

    /** The product of the line, or the surest match. */
    private Long proposed(RfpLine line) {
        if (line.productId != null) {
            return line.productId;
        }
        var matches = RfpLineView.of(line, json).matches();
        return matches.isEmpty() ? null : matches.get(0).productId();
    }

    private void decide(UnitOfWork unit, RfpLine line, LineStatus decision, Long chosen) {
        if (decision == null) {
            return;
        }
        meters.decided(unit, decision);
        var isSame = chosen != null && chosen.equals(line.productId);
        line.status = decision;
        line.productId = decision == LineStatus.CONFIRMED ? chosen : null;
        line.packCode = isSame ? line.packCode : null;
        line.decidedBy = unit.caller().subject();
        line.decidedAt = unit.now();
        if (decision == LineStatus.CONFIRMED && !isSame) {
            compare(line);
        }
    }

    /** What is known of the product by the matches; nothing of one that was not among them. */
    private void compare(RfpLine line) {
        var view = RfpLineView.of(line, json);
        var match = view.matches().stream()
                .filter(one -> one.productId() == line.productId)
                .findFirst();
        line.confidence = match.map(LineMatch::confidence).orElse(null);
        line.constraints = json.text(view.constraints().stream()
                .map(one -> one.with(match.map(found -> found.outcome(one)).orElse("unknown")))
                .toList());
    }

    private static Uni<List<RowSet<Row>>> found(UnitOfWork unit, RfpLine line, Long product) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                Query.of(PRODUCT, tenant, product == null ? line.productId : product),
                Query.of(PACKS, tenant, line.productId)));
    }

    /** The pack that is asked, or the one of the line's unit; none without a product. */
    private static String pack(Fields fields, String asked, RfpLine line, List<RowSet<Row>> found) {
        if (found.get(0).size() == 0 && (fields.has("product_id") || line.productId != null)) {
            fields.error("product_id", "reference.unknown");
        }
        var codes = new HashSet<String>();
        found.get(1).forEach(row -> codes.add(row.getString("code")));
        if (fields.has("pack_code") && asked != null && !codes.contains(asked)) {
            fields.error("pack_code", "reference.unknown");
        }
        return asked != null || fields.has("pack_code") ? asked : codes.contains(line.uom) ? line.uom : null;
    }

    private static Uni<Void> write(UnitOfWork unit, RfpLine line) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        line.id,
                        line.quantity,
                        line.uom,
                        line.uomRaw,
                        Words.of(line.status),
                        line.productId,
                        line.packCode,
                        line.confidence,
                        line.decidedBy,
                        Columns.time(line.decidedAt),
                        line.constraints)
                .replaceWithVoid();
    }

    private Uni<Void> learn(UnitOfWork unit, RfpLine line, LineStatus decision, Long product) {
        if (product == null || decision != LineStatus.CONFIRMED && decision != LineStatus.REJECTED) {
            return Uni.createFrom().voidItem();
        }
        var verdict = decision == LineStatus.CONFIRMED ? Verdict.CONFIRMED : Verdict.REJECTED;
        return feedback.learn(unit, line.wish(), product, verdict, line.id);
    }
}
