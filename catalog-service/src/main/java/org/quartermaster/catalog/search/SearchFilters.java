package org.quartermaster.catalog.search;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.quartermaster.catalog.classification.UnspscCode;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Reads the filters of a search; of those with several values one must hold, and all filters must. */
final class SearchFilters {
    private static final Pattern ETIM_CLASS = Pattern.compile("EC[0-9]{6}");
    private static final List<String> STATUS = List.of("active", "inactive", "discontinued");
    private static final List<String> AVAILABILITY = List.of("in_stock", "out_of_stock", "backorder");
    private static final List<String> ENRICHMENT = List.of("pending", "running", "enriched", "incomplete", "failed");

    private final Fields query;
    private final Map<String, Object> filters = new LinkedHashMap<>();

    private SearchFilters(Fields query) {
        this.query = query;
    }

    /** By the names that the search function knows them by. */
    static Map<String, Object> read(Caller caller, Fields query) {
        var read = new SearchFilters(query);
        for (var name : List.of("category_id", "brand_id", "supplier_id")) {
            read.list(name, value -> Ids.number(value).isPresent(), "int_parsing");
        }
        read.words("status", STATUS);
        read.words("availability", AVAILABILITY);
        read.words("enrichment_status", ENRICHMENT);
        read.list("etim_class", value -> ETIM_CLASS.matcher(value).matches(), "etim.form");
        read.unspsc();
        read.single("is_published", query.bool("is_published"));
        read.single("in_stock", query.bool("in_stock"));
        read.single("sku", query.text("sku", 0, 64));
        read.single("certified_to", query.text("certified_to", 0, 300));
        read.single("updated_since", query.time("updated_since"));
        Field<BigDecimal> completeness = query.decimal("min_completeness", 2, "0", "100");
        read.single("min_completeness", completeness);
        read.deleted(caller);
        read.features();
        return read.filters;
    }

    private void single(String name, Field<?> field) {
        if (field.value() != null) {
            filters.put(name, field.value());
        }
    }

    private List<String> values(String name) {
        return query.texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void words(String name, List<String> words) {
        list(name, words::contains, "enum", String.join(", ", words));
    }

    private void list(String name, Predicate<String> isFine, String code, Object... arguments) {
        var values = values(name);
        if (!values.stream().allMatch(isFine)) {
            query.error(name, code, arguments);
        } else if (!values.isEmpty()) {
            filters.put(name, values);
        }
    }

    /** The whole subtree of a code is meant. */
    private void unspsc() {
        var values = values("unspsc");
        var codes = values.stream()
                .flatMap(value -> UnspscCode.read(value).stream())
                .toList();
        if (codes.size() < values.size()) {
            query.error("unspsc", "unspsc.form");
        } else if (!codes.isEmpty()) {
            filters.put("unspsc", codes.stream().map(UnspscCode::prefix).toList());
        }
    }

    private void deleted(Caller caller) {
        if (query.bool("include_deleted").or(false)) {
            if (!caller.is(Roles.MANAGER)) {
                throw Problem.of(ProblemType.FORBIDDEN);
            }
            filters.put("include_deleted", true);
        }
    }

    private void features() {
        var features = query.texts("feature").stream()
                .map(text -> FeatureFilter.read(query, text))
                .filter(Objects::nonNull)
                .toList();
        if (!features.isEmpty()) {
            filters.put("features", features);
        }
    }
}
