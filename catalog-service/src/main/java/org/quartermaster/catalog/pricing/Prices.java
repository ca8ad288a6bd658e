package org.quartermaster.catalog.pricing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntFunction;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Resolves prices: one statement for however many, then rules alone. */
@ApplicationScoped
public class Prices {
    private static final ProblemType PRODUCT_DELETED = new ProblemType(410, "product.deleted");

    private final TenantDatabase database;
    private final DatabaseJson json;
    private final Counter missing;

    @Inject
    Prices(TenantDatabase database, DatabaseJson json, MeterRegistry meters) {
        this.database = database;
        this.json = json;
        missing = meters.counter("catalog.price.missing");
    }

    /** The price of one line; 404 or 410 where its product is none or deleted. */
    Uni<ResolvedPrice> one(Caller caller, AskedPrice line) {
        var query = PriceFactsQuery.of(caller.tenant(), List.of(line));
        return database.readAll(caller, List.of(query))
                .map(results -> facts(results.get(0)))
                .invoke(Prices::requireProduct)
                .map(facts -> resolve(facts, List.of(line), i -> "").get(0));
    }

    private static void requireProduct(PriceFacts facts) {
        if (facts.products() == null) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        if (facts.products().get(0).deleted()) {
            throw Problem.of(PRODUCT_DELETED);
        }
    }

    /**
     * The prices of some lines, in their order; 422 for lines that name what is not there. A deleted product still has
     * the prices that it had.
     *
     * @param prefix what stands before the names of a line's fields in errors, such as {@code lines[3].}
     */
    public Uni<List<ResolvedPrice>> resolve(Caller caller, List<AskedPrice> lines, IntFunction<String> prefix) {
        var query = PriceFactsQuery.of(caller.tenant(), lines);
        return database.readAll(caller, List.of(query)).chain(results -> resolve(results.get(0), lines, prefix));
    }

    /** As above, within a transaction. */
    public Uni<List<ResolvedPrice>> resolve(UnitOfWork unit, List<AskedPrice> lines, IntFunction<String> prefix) {
        var query = PriceFactsQuery.of(unit.caller().tenant(), lines);
        return unit.runAll(List.of(query)).chain(results -> resolve(results.get(0), lines, prefix));
    }

    private Uni<List<ResolvedPrice>> resolve(RowSet<Row> result, List<AskedPrice> lines, IntFunction<String> prefix) {
        return HeavyWork.run(lines.size(), () -> resolve(facts(result), lines, prefix));
    }

    private PriceFacts facts(RowSet<Row> result) {
        return json.read(result.iterator().next().getString(0), PriceFacts.class);
    }

    private List<ResolvedPrice> resolve(PriceFacts facts, List<AskedPrice> lines, IntFunction<String> prefix) {
        var resolved = new PriceLines(facts, lines).resolve(prefix);
        missing.increment(resolved.stream().filter(price -> !price.hasPrice()).count());
        return resolved;
    }
}
