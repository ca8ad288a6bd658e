package org.quartermaster.procurement.cpv;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the list of codes. */
@ApplicationScoped
class CpvList {
    private static final ProblemType UNLISTED = new ProblemType(404, "not_found");
    private static final String LANGUAGE = "[a-z]{2,3}";
    private static final SortKey CODE = SortKey.of("code", "c.code8", "text");
    private static final String FROM = "procurement.cpv_codes c";
    private static final String COLUMNS = """
            c.cpv_code, c.code8, c.check_digit, c.prefix, c.level, c.parent_code,
            (select jsonb_object_agg(l.lang, l.label) from procurement.cpv_labels l where l.cpv_code = c.cpv_code)
              as labels,
            (select count(*) from procurement.cpv_codes k where k.parent_code = c.cpv_code) as children_count
            """;
    private static final String LABELLED = """
            exists (select from procurement.cpv_labels l where l.cpv_code = c.cpv_code and l.label ilike ?)\
            """;
    private static final String BY_PREFIXES =
            "select c.cpv_code, c.prefix from procurement.cpv_codes c where c.prefix = any ($1)";

    private final TenantDatabase database;

    @Inject
    CpvList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<CpvView>> find(Caller caller, Fields query) {
        var list = new ListQuery("cpv", COLUMNS, FROM);
        query.integer("level", 1, 5).to(level -> list.where("c.level = ?", level));
        query.text("parent", 0, 20).to(parent -> codeOf(parent, query, "parent", list, "c.parent_code ="));
        query.text("q", 0, 200).to(text -> words(text, list));
        return run(list, caller, query);
    }

    private static void codeOf(String text, Fields query, String name, ListQuery list, String column) {
        Cpv.parse(text)
                .ifPresentOrElse(
                        code -> list.where(
                                column + " (select p.cpv_code from procurement.cpv_codes p where p.prefix = ?)",
                                code.prefix()),
                        () -> query.error(name, "malformed_cpv"));
    }

    /** Each word is the beginning of the code, or stands in a label. */
    private static void words(String text, ListQuery list) {
        for (var word : text.split("\\s+")) {
            var plain = word.replaceAll("([\\\\%_])", "\\\\$1");
            if (word.matches("[0-9-]+")) {
                list.where("c.cpv_code like ?", plain + "%");
            } else {
                list.where(LABELLED, "%" + plain + "%");
            }
        }
    }

    private Uni<Slice<CpvView>> run(ListQuery list, Caller caller, Fields query) {
        var language = language(query);
        return list.page(query).order(List.of(), CODE).run(database, caller, query, row -> view(row, language));
    }

    private static String language(Fields query) {
        var language = query.text("lang", 0, 3).or("en");
        if (!language.matches(LANGUAGE)) {
            query.error("lang", "string_pattern", LANGUAGE);
        }
        return language;
    }

    /** The listed code; 404 where there is none. */
    Uni<CpvView> get(Caller caller, String text, Fields query) {
        var code = require(text);
        var language = language(query);
        var sql = "select " + COLUMNS + " from " + FROM + " where c.prefix = $1";
        return database.read(caller, sql, code.prefix()).map(UNLISTED::require).map(row -> view(row, language));
    }

    Uni<Slice<CpvView>> children(Caller caller, String text, Fields query) {
        var prefix = require(text).prefix();
        var list = new ListQuery("cpv-children", COLUMNS, FROM)
                .where("c.parent_code = (select p.cpv_code from procurement.cpv_codes p where p.prefix = ?)", prefix)
                .within(listed(prefix), UNLISTED);
        return run(list, caller, query);
    }

    /** The code and all below it. */
    Uni<Slice<CpvView>> subtree(Caller caller, String text, Fields query) {
        var prefix = require(text).prefix();
        var list = new ListQuery("cpv-subtree", COLUMNS, FROM)
                .where("c.prefix like ?", prefix + "%")
                .within(listed(prefix), UNLISTED);
        return run(list, caller, query);
    }

    private static Query listed(String prefix) {
        return Query.of("select 1 from procurement.cpv_codes where prefix = $1", prefix);
    }

    private static Cpv require(String text) {
        return Cpv.parse(text).orElseThrow(() -> Problem.invalid("code", "malformed_cpv"));
    }

    /** The listed codes of prefixes, by prefix. */
    Uni<Map<String, String>> listed(Caller caller, List<Cpv> codes) {
        var prefixes = codes.stream().map(Cpv::prefix).distinct().toArray(String[]::new);
        return database.read(caller, BY_PREFIXES, (Object) prefixes).map(rows -> {
            var listed = new LinkedHashMap<String, String>();
            rows.forEach(row -> listed.put(row.getString("prefix"), row.getString("cpv_code")));
            return listed;
        });
    }

    private static CpvView view(Row row, String language) {
        var json = row.getJsonObject("labels");
        var labels = new TreeMap<String, String>();
        if (json != null) {
            json.getMap().forEach((lang, label) -> labels.put(lang, String.valueOf(label)));
        }
        return new CpvView(
                row.getString("cpv_code"),
                row.getString("code8"),
                row.getInteger("check_digit"),
                row.getString("prefix"),
                row.getInteger("level"),
                row.getString("parent_code"),
                description(labels, language),
                labels,
                row.getLong("children_count"));
    }

    private static String description(Map<String, String> labels, String language) {
        var found = labels.getOrDefault(language, labels.get("en"));
        return found != null ? found : labels.values().stream().findFirst().orElse(null);
    }
}
