package org.quartermaster.catalog.unspsc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.classification.UnspscCode;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the listed codes. */
@ApplicationScoped
class UnspscList {
    private static final int MAX_TEXT = 200;
    private static final int MAX_LANGUAGE = 8;
    private static final int DIGITS = 8;
    private static final SortKey CODE = SortKey.of("code", "c.code", "text");
    private static final String ONE =
            "select " + UnspscView.COLUMNS + " from " + UnspscView.FROM.replace("?", "$2") + " where c.code = $1";

    private final TenantDatabase database;

    @Inject
    UnspscList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<UnspscView>> find(Caller caller, Fields query) {
        var list = list("unspsc", query);
        query.integer("level", 1, UnspscCode.COMMODITY).to(level -> list.where("c.level = ?", level));
        query.text("parent", 0, DIGITS).to(parent -> UnspscCode.read(parent)
                .ifPresentOrElse(
                        code -> list.where("c.parent_code = ?", code.digits()),
                        () -> query.error("parent", "unspsc.form")));
        query.text("q", 0, MAX_TEXT).to(text -> words(text, list));
        return run(list, caller, query);
    }

    /** Digits are the beginning of a code, other words stand in the title. */
    private static void words(String text, ListQuery list) {
        if (text.matches("[0-9]{1,8}")) {
            list.where("c.code >= ?", text).where("c.code <= ?", text + "9".repeat(DIGITS - text.length()));
        } else {
            list.where("c.title_tsv @@ plainto_tsquery('simple', ?)", String.join(" ", Words.of(text)));
        }
    }

    /** The codes of which it is the one above. */
    Uni<Slice<UnspscView>> children(Caller caller, String code, Fields query) {
        var parent = require(code);
        var list = list("unspsc-children", query)
                .where("c.parent_code = ?", parent)
                .within(Query.of("select 1 from catalog.unspsccode where code = $1", parent), ProblemType.NOT_FOUND);
        return run(list, caller, query);
    }

    private static ListQuery list(String name, Fields query) {
        return new ListQuery(name, UnspscView.COLUMNS, UnspscView.FROM, language(query));
    }

    private Uni<Slice<UnspscView>> run(ListQuery list, Caller caller, Fields query) {
        return list.page(query).order(List.of(), CODE).run(database, caller, query, UnspscView::of);
    }

    /** One code; 404 where it is not listed. */
    Uni<UnspscView> get(Caller caller, String code, Fields query) {
        return database.read(caller, ONE, require(code), language(query))
                .map(ProblemType.NOT_FOUND::require)
                .map(UnspscView::of);
    }

    private static String language(Fields query) {
        return query.text("language", 0, MAX_LANGUAGE).or("en");
    }

    private static String require(String code) {
        return UnspscCode.read(code)
                .orElseThrow(() -> Problem.invalid("code", "unspsc.form"))
                .digits();
    }
}
