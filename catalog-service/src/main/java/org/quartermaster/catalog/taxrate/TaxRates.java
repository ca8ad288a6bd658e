package org.quartermaster.catalog.taxrate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Tax rates in the database, of which no two of a class hold on one day. */
@ApplicationScoped
class TaxRates implements PublishedEvents {
    private static final String ENTITY = "taxrate";
    private static final SortKey ID = SortKey.of("id", "t.id", "bigint");
    private static final SortKey TAX_CLASS = SortKey.of("tax_class", "t.tax_class", "text");
    private static final SortKey VALID_FROM = SortKey.of("valid_from", "lower(t.valid)", "date");
    private static final String INSERT = """
            insert into catalog.taxrate as t (tenant_id, tax_class, rate, valid)
            values ($1, $2, $3, daterange($4::date, $5::date))
            returning\s""" + TaxRate.COLUMNS;
    private static final String DELETE =
            "delete from catalog.taxrate t where t.tenant_id = $1 and t.id = $2 returning " + TaxRate.COLUMNS;

    private final TenantDatabase database;

    @Inject
    TaxRates(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("taxrate.created", "A tax rate was entered", TaxRate.class),
                EventType.of("taxrate.deleted", "A tax rate was taken away", TaxRate.class));
    }

    /** A wish for a rate, complete and right for itself. */
    static TaxRate read(Fields fields) {
        fields.require("tax_class", "rate", "valid_from");
        var rate = new TaxRate(
                0,
                fields.text("tax_class", 1, 64).value(),
                Numbers.exact(fields, "rate", 6, "0", "1").value(),
                fields.date("valid_from").value(),
                fields.date("valid_to").value(),
                null,
                null);
        if (rate.validFrom() != null
                && rate.validTo() != null
                && !rate.validTo().isAfter(rate.validFrom())) {
            fields.error("valid_to", "range_backwards");
        }
        fields.checkStrictly();
        return rate;
    }

    Uni<Slice<TaxRate>> find(Caller caller, Fields query) {
        var list = new ListQuery("tax-rates", TaxRate.COLUMNS, "catalog.taxrate t")
                .where("t.tenant_id = ?", caller.tenant());
        query.text("tax_class", 1, 64).to(taxClass -> list.where("t.tax_class = ?", taxClass));
        return list.page(query).order(List.of(TAX_CLASS, VALID_FROM), ID).run(database, caller, query, TaxRate::read);
    }

    Uni<Answer> create(UnitOfWork unit, TaxRate rate) {
        return unit.run(INSERT, unit.caller().tenant(), rate.taxClass(), rate.rate(), rate.validFrom(), rate.validTo())
                .map(rows -> TaxRate.read(rows.iterator().next()))
                .invoke(made -> unit.changed(Change.created(ENTITY, Long.toString(made.id()), made)))
                .map(made -> Answer.created(made, "/api/v1/tax-rates/" + made.id()));
    }

    Uni<Answer> delete(UnitOfWork unit, long id) {
        return unit.run(DELETE, unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(TaxRate::read)
                .invoke(gone -> unit.changed(Change.of(ENTITY, Long.toString(id), "deleted", gone, gone)))
                .replaceWith(Answer.empty());
    }
}
