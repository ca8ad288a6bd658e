package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.Term;

/** Keeps what users like. */
@ApplicationScoped
class FavouritesService {
    private static final int MOST = 100;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_DEPTH = 8;
    private static final String FIND = "select " + Favourites.COLUMNS
            + " from procurement.personalization_settings where tenant_id = $1 and user_id = $2";
    private static final String SAVE = """
            insert into procurement.personalization_settings
              (tenant_id, user_id, favorite_categories, favorite_cpv_codes, favorite_entities, dashboard_widgets)
            values ($1, $2, $3, $4, $5, $6::text::jsonb)
            on conflict (tenant_id, user_id) do update set favorite_categories = excluded.favorite_categories,
              favorite_cpv_codes = excluded.favorite_cpv_codes, favorite_entities = excluded.favorite_entities,
              dashboard_widgets = excluded.dashboard_widgets
            returning\s""" + Favourites.COLUMNS;

    private static final OwnRow<Favourites> ROW = new OwnRow<>(FIND, SAVE, Favourites.NONE, Favourites::of);

    private final TenantDatabase database;

    @Inject
    FavouritesService(TenantDatabase database) {
        this.database = database;
    }

    Uni<Favourites> of(Caller caller) {
        return ROW.read(database, caller);
    }

    Uni<Answer> patch(UnitOfWork unit, String ifMatch, Fields fields) {
        return ROW.patch(unit, ifMatch, before -> values(changed(before, fields)));
    }

    private static List<Object> values(Favourites favourites) {
        var widgets = favourites.dashboardWidgets();
        return Arrays.asList(
                Favourites.stored(favourites.favoriteCategories()),
                Favourites.stored(favourites.favoriteCpvCodes()),
                Favourites.stored(favourites.favoriteEntities()),
                widgets == null ? null : widgets.toString());
    }

    private static Favourites changed(Favourites before, Fields fields) {
        var words = list(
                fields, "favorite_categories", before.favoriteCategories(), "term_without_word", text -> Term.parse(
                                text.startsWith("-") ? text.substring(1) : text)
                        .isPresent());
        var codes =
                list(fields, "favorite_cpv_codes", before.favoriteCpvCodes(), "malformed_cpv", text -> Cpv.parse(text)
                        .isPresent());
        var buyers =
                list(fields, "favorite_entities", before.favoriteEntities(), "uuid_parsing", text -> Ids.parse(text)
                        .isPresent());
        var widgets = fields.json("dashboard_widgets", MAX_BYTES, MAX_DEPTH);
        fields.checkStrictly();
        return new Favourites(
                words, codes, buyers, widgets.given() ? widgets.value() : before.dashboardWidgets(), null, 0);
    }

    private static List<String> list(
            Fields fields, String name, List<String> before, String code, Predicate<String> isFine) {
        var given = fields.texts(name);
        if (!fields.has(name)) {
            return before;
        }
        if (given.size() > MOST) {
            fields.error(name, "less_than_equal", MOST);
        }
        for (var i = 0; i < given.size(); i++) {
            if (given.get(i).length() > MAX_LENGTH) {
                fields.error(name + "[" + i + "]", "string_too_long", MAX_LENGTH);
            } else if (!isFine.test(given.get(i))) {
                fields.error(name + "[" + i + "]", code);
            }
        }
        return given.stream().distinct().toList();
    }
}
