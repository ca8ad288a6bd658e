package org.quartermaster.catalog.fxrate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.request.References;
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

/** Rates of exchange in the database, one of two currencies and a day. */
@ApplicationScoped
class FxRates implements PublishedEvents {
    private static final String ENTITY = "fxrate";
    private static final int DECIMALS = 10;
    private static final SortKey ID = SortKey.of("id", "f.id", "bigint");
    private static final SortKey DAY = SortKey.of("valid_on", "f.valid_on", "date");
    private static final String INSERT = """
            insert into catalog.fxrate (tenant_id, base, quote, rate, valid_on, source) values ($1, $2, $3, $4, $5, $6)
            returning *
            """;
    private static final String DELETE = "delete from catalog.fxrate where tenant_id = $1 and id = $2 returning *";

    private final TenantDatabase database;

    @Inject
    FxRates(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("fxrate.created", "A rate of exchange was entered", FxRateView.class),
                EventType.of("fxrate.deleted", "A rate of exchange was taken away", FxRateView.class));
    }

    /** A wish for a rate, right for itself. */
    static FxRateView read(Fields fields) {
        fields.require("base", "quote", "rate", "valid_on");
        var rate = new FxRateView(
                0,
                fields.text("base", 3, 3).value(),
                fields.text("quote", 3, 3).value(),
                Numbers.exact(fields, "rate", DECIMALS, "0.0000000001", "9999999999.9999999999")
                        .value(),
                fields.date("valid_on").value(),
                fields.text("source", 1, 64).or("manual"),
                null,
                null);
        fields.checkStrictly();
        return rate;
    }

    Uni<Slice<FxRateView>> find(Caller caller, Fields query) {
        var list = new ListQuery("fx-rates", "f.*", "catalog.fxrate f").where("f.tenant_id = ?", caller.tenant());
        query.text("base", 3, 3).to(base -> list.where("f.base = ?", base));
        query.text("quote", 3, 3).to(quote -> list.where("f.quote = ?", quote));
        query.date("valid_on").to(day -> list.where("f.valid_on = ?", day));
        return list.page(query).descending(DAY, ID).run(database, caller, query, FxRateView::read);
    }

    Uni<Answer> create(UnitOfWork unit, FxRateView rate) {
        return new References(unit)
                .currency("base", rate.base())
                .currency("quote", rate.quote())
                .require(unit)
                .chain(() -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        rate.base(),
                        rate.quote(),
                        rate.rate(),
                        rate.validOn(),
                        rate.source()))
                .map(rows -> FxRateView.read(rows.iterator().next()))
                .invoke(made -> unit.changed(Change.created(ENTITY, Long.toString(made.id()), made)))
                .map(made -> Answer.created(made, "/api/v1/fx-rates/" + made.id()));
    }

    Uni<Answer> delete(UnitOfWork unit, long id) {
        return unit.run(DELETE, unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(FxRateView::read)
                .invoke(gone -> unit.changed(Change.of(ENTITY, Long.toString(id), "deleted", gone, gone)))
                .replaceWith(Answer.empty());
    }
}
