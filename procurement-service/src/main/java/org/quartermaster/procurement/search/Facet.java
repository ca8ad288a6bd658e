package org.quartermaster.procurement.search;

import java.util.List;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.tender.TenderSql;

/** What tenders can be chosen by next. */
enum Facet {
    STATUS(TenderSql.STATUS),
    MAIN_CATEGORY("t.main_category"),
    /** A tender counts once in each division that one of its codes is of. */
    CPV_DIVISION("array(select p from unnest(t.cpv_prefixes) p where length(p) = 2)"),
    BUYER("t.procuring_entity"),
    SOURCE("t.source_id"),
    CURRENCY("case when t.estimated_value is not null then t.estimated_currency end"),
    PROCEDURE("t.procedure"),
    COUNTRY("t.country"),
    PUBLISHED_MONTH("to_char(t.publication_date at time zone 'UTC', 'YYYY-MM')");

    private final String sql;

    Facet(String sql) {
        this.sql = sql;
    }

    /** The value of a tender, or the list of its values. */
    String sql() {
        return sql;
    }

    /** Criteria without those that choose among the values. */
    Criteria without(Criteria c) {
        return new Criteria(
                c.keywords(),
                this == CPV_DIVISION ? null : c.cpv(),
                this == CURRENCY ? null : c.value(),
                this == BUYER ? null : c.buyers(),
                c.suppliers(),
                this == PROCEDURE ? List.of() : c.procedures(),
                this == MAIN_CATEGORY ? List.of() : c.mainCategories(),
                this == STATUS ? List.of() : c.statuses(),
                this == COUNTRY ? List.of() : c.countries(),
                c.languages(),
                this == SOURCE ? List.of() : c.sources(),
                this == PUBLISHED_MONTH ? null : c.published(),
                c.closing(),
                c.unknown());
    }
}
