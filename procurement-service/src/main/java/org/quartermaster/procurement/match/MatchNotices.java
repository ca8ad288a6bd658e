package org.quartermaster.procurement.match;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.alert.Channel;
import org.quartermaster.procurement.alert.Frequency;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.notice.Way;

/** Tells a user once of a version of a tender, naming all his alerts that it met, and says by which ways. */
@ApplicationScoped
class MatchNotices {
    private static final int MAX_NAMES = 3;
    private static final String RECIPIENTS = """
            select m.user_id, coalesce(p.email_notifications, true) as by_mail,
              coalesce(p.in_app_notifications, true) as in_app
            from procurement.organization_members m
              join procurement.users u on u.user_id = m.user_id and u.status = 'active'
              left join procurement.user_preferences p on p.tenant_id = m.tenant_id and p.user_id = m.user_id
            where m.tenant_id = $1 and m.user_id = any ($2)
            """;

    private final Notices notices;

    @Inject
    MatchNotices(Notices notices) {
        this.notices = notices;
    }

    /** What a user wants to be told by. */
    private record Recipient(boolean isByMail, boolean isInApp) {}

    Uni<Void> tell(UnitOfWork unit, List<Found> found) {
        var users = found.stream().map(each -> each.alert().userId()).distinct().toArray(UUID[]::new);
        return unit.run(RECIPIENTS, unit.caller().tenant(), users)
                .map(MatchNotices::recipients)
                .chain(recipients -> notices.tellByWays(unit, told(found, recipients)));
    }

    private static Map<UUID, Recipient> recipients(RowSet<Row> rows) {
        var recipients = new HashMap<UUID, Recipient>();
        rows.forEach(row -> recipients.put(
                row.getUUID("user_id"), new Recipient(row.getBoolean("by_mail"), row.getBoolean("in_app"))));
        return recipients;
    }

    /** Who has left, or rests, is told nothing. */
    private static Map<Notice, Way> told(List<Found> found, Map<UUID, Recipient> recipients) {
        var byUser = found.stream()
                .filter(each -> recipients.containsKey(each.alert().userId()))
                .collect(Collectors.groupingBy(Found::told, LinkedHashMap::new, Collectors.toList()));
        var told = new LinkedHashMap<Notice, Way>();
        byUser.forEach((key, matches) -> told.put(notice(key, matches), way(matches, recipients.get(key.userId()))));
        return told;
    }

    private static Notice notice(Found.Told key, List<Found> matches) {
        var first = matches.get(0);
        var alerts = matches.stream().map(each -> each.alert().alertId()).toList();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("material_version", key.materialVersion());
        payload.put("change_classes", List.copyOf(first.change().classes()));
        payload.put("alerts", matches.stream().map(MatchNotices::reasons).toList());
        payload.put(
                "closing_date",
                first.tender().closing() == null
                        ? null
                        : first.tender().closing().toString());
        payload.values().removeIf(Objects::isNull);
        return new Notice(
                key.userId(),
                NoticeType.ALERT_MATCH,
                first.tender().title(),
                message(matches),
                payload,
                key.dedupeKey(),
                key.tenderId(),
                alerts);
    }

    private static Map<String, Object> reasons(Found match) {
        return Map.of(
                "alert_id", match.alert().alertId().toString(),
                "name", match.alert().name(),
                "verdict", Words.of(match.explanation().verdict()),
                "criteria",
                        match.explanation().criteria().stream()
                                .map(each -> each.criterion())
                                .toList());
    }

    private static String message(List<Found> matches) {
        var names = matches.stream()
                .limit(MAX_NAMES)
                .map(each -> each.alert().name())
                .collect(Collectors.joining(", "));
        var more = matches.size() > MAX_NAMES ? " +" + (matches.size() - MAX_NAMES) : "";
        return String.join(", ", matches.get(0).change().classes()).replace('_', ' ') + ": " + names + more;
    }

    private static Way way(List<Found> matches, Recipient recipient) {
        var quickest = matches.stream()
                .filter(each -> has(each, Channel.EMAIL))
                .map(each ->
                        Words.find(Frequency.class, each.alert().frequency()).orElseThrow())
                .min(Comparator.naturalOrder());
        return new Way(
                recipient.isInApp() && matches.stream().anyMatch(each -> has(each, Channel.IN_APP)),
                recipient.isByMail() ? quickest.map(Words::of).orElse(null) : null,
                matches.stream().anyMatch(each -> has(each, Channel.WEBHOOK)));
    }

    private static boolean has(Found match, Channel channel) {
        return match.alert().channels().contains(Words.of(channel));
    }
}
