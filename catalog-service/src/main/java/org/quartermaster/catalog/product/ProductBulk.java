package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemBody;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Many articles in one request, each of which is taken or refused by itself. */
@ApplicationScoped
class ProductBulk {
    private static final String FIND = """
            select id from catalog.product where tenant_id = $1 and deleted_at is null and id = $2
            union all
            select id from catalog.product
            where tenant_id = $1 and deleted_at is null and $2::bigint is null and sku_upper = upper($3)
            """;

    private final Products products;
    private final ProductService service;
    private final Writes writes;
    private final Idempotency idempotency;

    @Inject
    ProductBulk(Products products, ProductService service, Writes writes, Idempotency idempotency) {
        this.products = products;
        this.service = service;
        this.writes = writes;
        this.idempotency = idempotency;
    }

    /** What is to be done with the items. */
    @Schema(name = "ProductBulkMode")
    enum Mode {
        CREATE,
        UPDATE,
        UPSERT
    }

    /**
     * What became of an item.
     *
     * @param status as the answer would have to it alone
     * @param id of the article; null where there is none
     */
    @Schema(name = "ProductBulkResult")
    record Result(int index, int status, Long id, List<ProblemBody.Entry> errors) {
        static Result of(int index, Answer answer) {
            return new Result(index, answer.status(), ((ProductView) answer.body()).id(), null);
        }

        static Result refused(int index, Problem problem, Locale language) {
            var errors = problem.errors().isEmpty()
                    ? List.of(new FieldError("", problem.type().code(), problem.arguments()))
                    : problem.errors();
            return new Result(
                    index,
                    problem.type().status(),
                    null,
                    errors.stream()
                            .map(error -> ProblemBody.Entry.of(error, language))
                            .toList());
        }
    }

    /** What became of all items, in their order. */
    @Schema(name = "ProductBulkResults")
    record Results(List<Result> results) {}

    /** NB: each in a transaction of its own, as one that a statement failed in is over. */
    Uni<Answer> take(Call call, byte[] body, JsonNode items, Mode mode) {
        var caller = call.caller();
        var key = Idempotency.key(call, body);
        var language = Messages.language(call.header("Accept-Language"));
        return idempotency
                .begin(caller, key)
                .chain(kept -> kept != null
                        ? Uni.createFrom().item(kept)
                        : InTurn.all(indices(items), index -> take(caller, key, items.get(index), mode)
                                        .map(answer -> Result.of(index, answer))
                                        .onFailure(failure -> problem(failure) != null)
                                        .recoverWithItem(failure -> Result.refused(index, problem(failure), language)))
                                .map(results -> Answer.ok(new Results(results), null))
                                .call(answer -> idempotency.end(caller, key, answer))
                                .onFailure()
                                .call(() -> idempotency.forget(caller, key)));
    }

    private static List<Integer> indices(JsonNode items) {
        return IntStream.range(0, items.size()).boxed().toList();
    }

    private Uni<Answer> take(Caller caller, Idempotency.Key key, JsonNode item, Mode mode) {
        return writes.write(caller, unit -> idempotency.goOn(unit, key).chain(() -> one(unit, item, mode)));
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof Problem problem ? problem : DatabaseFailure.find(failure);
    }

    private Uni<Answer> one(UnitOfWork unit, JsonNode item, Mode mode) {
        if (!(item instanceof ObjectNode given)) {
            throw Problem.invalid("", "type");
        }
        return mode == Mode.CREATE
                ? create(unit, given)
                : find(unit, given)
                        .chain(id -> id == null && mode == Mode.UPSERT ? create(unit, given) : update(unit, id, given));
    }

    private Uni<Answer> create(UnitOfWork unit, ObjectNode given) {
        var product = new Product();
        ProductFields.apply(Fields.ofJson(given, Fields.Nulls.IGNORED), Saving.WHOLE, product);
        return service.create(unit, product);
    }

    private static Uni<Long> find(UnitOfWork unit, ObjectNode given) {
        var id = given.path("id").canConvertToLong() ? (Long) given.path("id").longValue() : null;
        return unit.run(FIND, unit.caller().tenant(), id, given.path("sku").asText())
                .map(found -> found.size() == 0 ? null : found.iterator().next().getLong("id"));
    }

    private Uni<Answer> update(UnitOfWork unit, Long id, ObjectNode given) {
        if (id == null) {
            throw Problem.of(LiveProduct.NOT_FOUND);
        }
        var fields = Fields.ofJson(given, Fields.Nulls.CLEAR);
        fields.has("id");
        return products.lock(unit, id).chain(product -> {
            var version = fields.integer("version", 1, Integer.MAX_VALUE).value();
            if (version != null && version != product.version) {
                throw Problem.of(ProblemType.STALE);
            }
            return service.apply(unit, product, fields, Saving.PART);
        });
    }

    /** The items of a body; 422 where they are no array of at most so many. */
    static JsonNode items(Fields fields, int most) {
        var items = fields.json("items", 64 * 1_024 * 1_024, 20).or(JsonNodeFactory.instance.nullNode());
        if (!items.isArray()) {
            fields.error("items", items.isNull() ? "missing" : "type");
        } else if (items.isEmpty() || items.size() > most) {
            fields.error("items", items.isEmpty() ? "missing" : "less_than_equal", most);
        }
        return items;
    }
}
