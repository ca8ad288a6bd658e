package org.quartermaster.catalog.etim;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.classification.EtimCode;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads groups and classes of ETIM. */
@ApplicationScoped
class EtimList {
    private static final int MAX_TEXT = 200;
    private static final int MAX_CODE = 64;
    private static final SortKey GROUP = SortKey.of("code", "g.code", "text");
    private static final SortKey CODE = SortKey.of("class_code", "c.class_code", "text");
    private static final SortKey VERSION = SortKey.of("version", "c.version", "int");
    private static final TypeReference<List<EtimFeatureView>> FEATURES = new TypeReference<>() {};
    private static final TypeReference<List<EtimSynonymView>> SYNONYMS = new TypeReference<>() {};

    private static final String ONE = "select " + EtimClassView.COLUMNS + """
            , cast(c.features as text) as features_text,
              (select cast(coalesce(jsonb_agg(jsonb_build_object('synonym', s.synonym, 'language', s.language)
                order by s.language, s.synonym), '[]') as text)
               from catalog.etimsynonym s where s.class_id = c.id) as synonyms_text
            from\s""" + EtimClassView.FROM + """
             where c.class_code = $1 and case when $2::int is null then c.is_current else c.version = $2 end
            """;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    EtimList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<EtimGroupView>> groups(Caller caller, Fields query) {
        var list = new ListQuery("etim-groups", EtimGroupView.COLUMNS, "catalog.etimgroup g");
        query.text("q", 0, MAX_TEXT).to(text -> list.where("strpos(lower(g.name), lower(?)) > 0", text));
        return list.page(query).order(List.of(), GROUP).run(database, caller, query, EtimGroupView::of);
    }

    /** Classes in their current version, or in the one that is asked for. */
    Uni<Slice<EtimClassView>> classes(Caller caller, Fields query) {
        var list = new ListQuery("etim-classes", EtimClassView.COLUMNS, EtimClassView.FROM);
        query.text("q", 0, MAX_TEXT)
                .to(text -> list.where(
                        "c.description_tsv @@ plainto_tsquery('simple', ?)", String.join(" ", Words.of(text))));
        query.text("group", 0, MAX_CODE).to(group -> list.where("c.group_id = ?", group));
        var version = query.integer("version", 1, Integer.MAX_VALUE);
        version.to(number -> list.where("c.version = ?", number));
        if (!version.given()) {
            list.where("c.is_current");
        }
        return list.page(query).order(List.of(CODE), VERSION).run(database, caller, query, EtimClassView::of);
    }

    /** A class with features, units, values and synonyms; 404 where there is none. */
    Uni<EtimClassView> get(Caller caller, String code, Fields query) {
        if (!EtimCode.isClass(code)) {
            throw Problem.invalid("code", "etim.form");
        }
        var version = query.integer("version", 1, Integer.MAX_VALUE).value();
        return database.read(caller, ONE, code, version)
                .map(ProblemType.NOT_FOUND::require)
                .map(this::detail);
    }

    private EtimClassView detail(Row row) {
        return EtimClassView.of(
                row,
                json.read(row.getString("features_text"), FEATURES),
                json.read(row.getString("synonyms_text"), SYNONYMS));
    }
}
