package org.quartermaster.procurement.entity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.tender.TenderSql;
import org.quartermaster.procurement.tender.TenderView;
import org.quartermaster.procurement.text.Folding;

/** Reads buyers and suppliers, and their tenders. */
@ApplicationScoped
class EntityList {
    private static final String COUNTRY = "[A-Z]{2}";
    private static final SortKey NAME = SortKey.of("name", "e.name_folded", "text");
    private static final SortKey ID = SortKey.of("entity_id", "e.entity_id", "uuid");
    private static final SortKey PUBLISHED = SortKey.nullable("publication_date", "t.publication_date", "timestamptz");
    private static final SortKey TENDER = SortKey.of("tender_id", "t.tender_id", "text");
    private static final String LINKED = """
            t.tender_id in (select l.tender_id from procurement.tender_entity_link l where l.entity_id = ?\
            """;
    private static final String ONE =
            "select " + EntityView.COLUMNS + " from " + EntityView.FROM + " where e.entity_id = $1";

    private final TenantDatabase database;

    @Inject
    EntityList(TenantDatabase database) {
        this.database = database;
    }

    /** Which part an entity has in a tender. */
    enum EntityRole {
        BUYER,
        PROCURING_ENTITY,
        SUPPLIER,
        TENDERER,
        PAYER,
        OTHER
    }

    /** Those that are merged into others are left out. */
    Uni<Slice<EntityView>> find(Caller caller, Fields query) {
        var list = new ListQuery("entities", EntityView.COLUMNS, EntityView.FROM).where("e.merged_into is null");
        query.text("q", 1, 200).to(text -> named(list, text));
        query.word("role", EntityRole.class)
                .to(role -> list.where("e.roles @> array[cast(? as text)]", Words.of(role)));
        query.text("country", 2, 2).to(country -> country(list, query, country));
        query.uuid("category_id").to(category -> list.where("e.category_id = ?", category));
        return list.page(query).sort(query, List.of(NAME), "name", ID).run(database, caller, query, EntityView::read);
    }

    private static void named(ListQuery list, String text) {
        var folded = Folding.key(text);
        list.where("(strpos(e.name_folded, ?) > 0 or strpos(lower(e.name), lower(?)) > 0)", folded, text);
    }

    private static void country(ListQuery list, Fields query, String country) {
        var code = country.toUpperCase(Locale.ROOT);
        if (!code.matches(COUNTRY)) {
            query.error("country", "string_pattern", COUNTRY);
        }
        list.where("e.country = ?", code);
    }

    Uni<EntityView> get(Caller caller, String id) {
        return database.read(caller, ONE, id(id))
                .map(ProblemType.NOT_FOUND::require)
                .map(EntityView::read);
    }

    /** The tenders in which it has a part, those of entities that are merged into it among them. */
    Uni<Slice<TenderView>> tenders(Caller caller, String id, Fields query) {
        var entity = id(id);
        var list = new ListQuery("entity-tenders", TenderSql.COLUMNS, TenderSql.FROM).where("t.deleted_at is null");
        var role = query.word("role", EntityRole.class).value();
        if (role == null) {
            list.where(LINKED + ")", entity);
        } else {
            list.where(LINKED + " and l.entity_type = ?)", entity, Words.of(role));
        }
        return list.page(query)
                .within(Query.of(ONE, entity), ProblemType.NOT_FOUND)
                .descending(PUBLISHED, TENDER)
                .run(database, caller, query, row -> TenderView.of(TenderSql.read(row)));
    }

    /** The id of a path; 404 for what is none. */
    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
