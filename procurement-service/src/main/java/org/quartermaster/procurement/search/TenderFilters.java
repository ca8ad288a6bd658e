package org.quartermaster.procurement.search;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.criteria.CriteriaQuery;
import org.quartermaster.procurement.criteria.Period;
import org.quartermaster.procurement.criteria.ValueCriterion;

/** Reads what the parameters of a search ask for. */
public final class TenderFilters {
    private final Fields query;
    private final List<Part> more = new ArrayList<>();

    private TenderFilters(Fields query) {
        this.query = query;
    }

    /** The status as a publisher says it. */
    enum OcdsStatus {
        PLANNING,
        PLANNED,
        ACTIVE,
        CANCELLED,
        UNSUCCESSFUL,
        COMPLETE,
        WITHDRAWN
    }

    /** Notes what is wrong in the query; 403 for deleted tenders but to managers. */
    public static Asked read(Caller caller, Fields query) {
        var deleted = query.bool("include_deleted").or(false);
        if (deleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        var words = SearchWords.read(query);
        var criteria = List.of(CriteriaQuery.read(query), CriteriaQuery.readIds(query));
        return new Asked(criteria, words, new TenderFilters(query).more(), deleted);
    }

    private List<Part> more() {
        valueKnown();
        period("opening", "t.opening_date");
        period("updated", "t.updated_at");
        any("t.category", CriteriaQuery.list(query, "category"));
        any("t.ocds_status", ocdsStatuses());
        any("t.ocid", CriteriaQuery.list(query, "ocid"));
        any("t.source_reference", CriteriaQuery.list(query, "reference"));
        query.bool("has_documents").to(has -> more.add(new Part("t.documents_count " + (has ? "> 0" : "= 0"))));
        return List.copyOf(more);
    }

    private List<String> ocdsStatuses() {
        return query.words("ocds_status", OcdsStatus.class).stream()
                .map(Words::of)
                .toList();
    }

    private void valueKnown() {
        var kind = query.word("value_of", ValueCriterion.Kind.class).or(ValueCriterion.Kind.ESTIMATED);
        var column = "t." + Words.of(kind);
        var known = "(%1$s_value is not null and %1$s_currency is not null)".formatted(column);
        query.bool("value_known").to(is -> more.add(new Part(is ? known : "not " + known)));
    }

    private void period(String name, String column) {
        var period = Period.read(query, name + "_from", name + "_to");
        if (period.from() != null) {
            more.add(new Part(column + " >= ?", Columns.time(period.from().first())));
        }
        if (period.to() != null) {
            more.add(new Part(column + " <= ?", Columns.time(period.to().last())));
        }
    }

    private void any(String column, List<String> values) {
        if (!values.isEmpty()) {
            more.add(new Part(column + " = any (cast(? as text[]))", (Object) values.toArray(String[]::new)));
        }
    }
}
