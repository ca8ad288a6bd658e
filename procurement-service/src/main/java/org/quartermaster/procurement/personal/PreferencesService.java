package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Keeps the preferences of users; who never set any has the usual ones. */
@ApplicationScoped
class PreferencesService {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,6})?");
    private static final String FIND =
            "select * from procurement.user_preferences where tenant_id = $1 and user_id = $2";
    private static final String SAVE = """
            insert into procurement.user_preferences
              (tenant_id, user_id, language, timezone, email_notifications, in_app_notifications, digest_hour, theme)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, user_id) do update set language = excluded.language,
              timezone = excluded.timezone, email_notifications = excluded.email_notifications,
              in_app_notifications = excluded.in_app_notifications, digest_hour = excluded.digest_hour,
              theme = excluded.theme
            returning *
            """;

    private static final OwnRow<PreferencesView> ROW =
            new OwnRow<>(FIND, SAVE, PreferencesView.USUAL, PreferencesView::of);

    private final TenantDatabase database;

    @Inject
    PreferencesService(TenantDatabase database) {
        this.database = database;
    }

    Uni<Answer> get(Caller caller) {
        return ROW.read(database, caller).map(Answer::ok);
    }

    Uni<Answer> patch(UnitOfWork unit, String ifMatch, Fields fields) {
        return ROW.patch(unit, ifMatch, before -> values(changed(before, fields)));
    }

    private static List<Object> values(PreferencesView preferences) {
        return List.of(
                preferences.language(),
                preferences.timezone(),
                preferences.emailNotifications(),
                preferences.inAppNotifications(),
                preferences.digestHour(),
                Words.of(preferences.theme()));
    }

    private static PreferencesView changed(PreferencesView before, Fields fields) {
        fields.require("language", "timezone", "email_notifications", "in_app_notifications", "digest_hour", "theme");
        var language = fields.text("language", 2, 10).or(before.language());
        var timezone = fields.text("timezone", 1, 50).or(before.timezone());
        var email = fields.bool("email_notifications").or(before.emailNotifications());
        var inApp = fields.bool("in_app_notifications").or(before.inAppNotifications());
        var hour = fields.integer("digest_hour", 0, 23).or(before.digestHour());
        var theme = fields.word("theme", Theme.class).or(before.theme());
        if (!LANGUAGE.matcher(language).matches()) {
            fields.error("language", "string_pattern", "en, mk, pt-BR");
        }
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            fields.error("timezone", "time_zone");
        }
        fields.checkStrictly();
        return new PreferencesView(language, timezone, email, inApp, hour, theme, null, before.version());
    }
}
