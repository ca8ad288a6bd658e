package org.quartermaster.catalog.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The settings of each tenant; one that never set any has those that all begin with. */
@ApplicationScoped
class Settings implements PublishedEvents {
    private static final String ENTITY = "catalogsetting";
    private static final String ONE =
            "select " + CatalogSetting.COLUMNS + " from catalog.catalogsetting s where s.tenant_id = $1";
    private static final String MAKE =
            "insert into catalog.catalogsetting (tenant_id) values ($1) on conflict (tenant_id) do nothing";
    private static final String UPDATE = """
            update catalog.catalogsetting s set default_currency = $2, min_margin_percent = $3, price_policy = $4,
              reservation_minutes = $5, accepted_days = $6, quotation_valid_days = $7, number_prefix = $8,
              match_auto = $9, match_min = $10, jurisdiction = $11, company = cast(cast($12 as text) as jsonb)
            where s.tenant_id = $1
            returning\s""" + CatalogSetting.COLUMNS;

    private final TenantDatabase database;

    @Inject
    Settings(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public List<EventType> events() {
        return List.of(EventType.of("catalogsetting.updated", "Settings of a tenant changed", SettingView.class));
    }

    Uni<Answer> get(Caller caller) {
        return database.read(caller, ONE, caller.tenant())
                .map(rows -> rows.size() == 0 ? new CatalogSetting() : first(rows))
                .map(setting -> Answer.ok(SettingView.of(setting)));
    }

    private static CatalogSetting first(RowSet<Row> rows) {
        return CatalogSetting.read(rows.iterator().next());
    }

    Uni<Answer> patch(UnitOfWork unit, String ifMatch, Fields fields) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(MAKE, tenant), Query.of(ONE + " for update", tenant)))
                .map(results -> first(results.get(1)))
                .chain(setting -> {
                    var before = SettingView.of(setting);
                    ETags.requireMatch(ifMatch, before.version());
                    SettingFields.apply(fields, setting);
                    var logo = CompanyFields.merge(fields, setting);
                    fields.checkStrictly();
                    return new References(unit)
                            .currency("default_currency", setting.defaultCurrency)
                            .row("company.logo_file_id", "storedfile", logo)
                            .require(unit)
                            .chain(() -> save(unit, setting, before));
                });
    }

    private static Uni<Answer> save(UnitOfWork unit, CatalogSetting setting, SettingView before) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        setting.defaultCurrency,
                        setting.minMarginPercent,
                        Words.of(setting.pricePolicy),
                        setting.reservationMinutes,
                        setting.acceptedDays,
                        setting.quotationValidDays,
                        setting.numberPrefix,
                        setting.matchAuto,
                        setting.matchMin,
                        setting.jurisdiction,
                        setting.company)
                .map(rows -> SettingView.of(first(rows)))
                .invoke(view -> {
                    if (view.version() != before.version()) {
                        unit.changed(Change.of(ENTITY, unit.caller().tenant(), "updated", view, before));
                    }
                })
                .map(Answer::ok);
    }
}
