package org.quartermaster.procurement.entity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The tree of kinds of buyers and suppliers. */
@ApplicationScoped
class Categories {
    static final String PATH = "/api/v1/entity-categories";

    private static final ProblemType CYCLE = new ProblemType(422, "cycle");
    private static final String CYCLE_CHECK = "a category cannot be above itself";
    private static final String PARENT_CHECK = "entity_categories_parent_fk";
    private static final SortKey NAME = SortKey.of("name", "c.name", "text");
    private static final SortKey ID = SortKey.of("category_id", "c.category_id", "uuid");
    private static final String READ = "select * from procurement.entity_categories where category_id = $1";
    private static final String INSERT = """
            insert into procurement.entity_categories (category_id, name, description, parent_id)
            values ($1, $2, $3, $4) returning *
            """;
    private static final String UPDATE = """
            update procurement.entity_categories set name = $2, description = $3, parent_id = $4
            where category_id = $1 returning *
            """;
    private static final String DELETE = "delete from procurement.entity_categories where category_id = $1";

    private final TenantDatabase database;

    @Inject
    Categories(TenantDatabase database) {
        this.database = database;
    }

    /** What a request says of a category. */
    record Given(Field<String> name, Field<String> description, Field<UUID> parent) {
        static Given read(Fields fields) {
            fields.require("name");
            var given = new Given(
                    fields.text("name", 1, 255), fields.text("description", 0, 2_000), fields.uuid("parent_id"));
            fields.checkStrictly();
            return given;
        }
    }

    Uni<Slice<CategoryView>> find(Caller caller, Fields query) {
        var list = new ListQuery("entity-categories", "c.*", "procurement.entity_categories c");
        query.uuid("parent_id").to(parent -> list.where("c.parent_id = ?", parent));
        return list.page(query).sort(query, List.of(NAME), "name", ID).run(database, caller, query, CategoryView::read);
    }

    Uni<CategoryView> get(Caller caller, UUID id) {
        return database.read(caller, READ, id)
                .map(ProblemType.NOT_FOUND::require)
                .map(CategoryView::read);
    }

    Uni<Answer> create(UnitOfWork unit, Given given) {
        return unit.run(INSERT, Ids.uuid(), given.name.value(), given.description.value(), given.parent.value())
                .onFailure()
                .transform(Categories::refused)
                .map(rows -> CategoryView.read(rows.iterator().next()))
                .map(view -> Answer.created(view, PATH + "/" + view.categoryId()));
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Given given) {
        var category = EntityList.id(id);
        return lock(unit, category, ifMatch)
                .chain(before -> unit.run(
                        UPDATE,
                        category,
                        given.name.or(before.name()),
                        given.description.given() ? given.description.value() : before.description(),
                        given.parent.given() ? given.parent.value() : before.parentId()))
                .onFailure()
                .transform(Categories::refused)
                .map(rows -> Answer.ok(CategoryView.read(rows.iterator().next())));
    }

    /** Those below it, and the entities of it, have none above them then. */
    Uni<Answer> delete(UnitOfWork unit, UUID id, String ifMatch) {
        return lock(unit, id, ifMatch).chain(() -> unit.run(DELETE, id)).replaceWith(Answer.empty());
    }

    private static Uni<CategoryView> lock(UnitOfWork unit, UUID id, String ifMatch) {
        return unit.run(READ + " for update", id)
                .map(ProblemType.NOT_FOUND::require)
                .map(CategoryView::read)
                .invoke(before -> ETags.requireMatch(ifMatch, before.version()));
    }

    /** NB: of what the database says the session keeps the message alone. */
    private static Throwable refused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.contains(CYCLE_CHECK)) {
                return Problem.invalid(CYCLE, List.of(new FieldError("parent_id", CYCLE.code())));
            }
            if (message.contains(PARENT_CHECK)) {
                return Problem.invalid("parent_id", ProblemType.NOT_FOUND.code());
            }
        }
        return failure;
    }
}
