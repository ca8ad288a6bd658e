package org.quartermaster.procurement.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.history.PastTenders;
import org.quartermaster.procurement.verdict.TenderVersion;

/**
 * Some changes held against alerts, each at the material version that it made. NB: of a tender that has another one by
 * now its releases are compiled anew, which only those that are late do; tenders that are gone meet nothing.
 */
@ApplicationScoped
class Batch {
    private final TenderVersions versions;
    private final PastTenders past;

    @Inject
    Batch(TenderVersions versions, PastTenders past) {
        this.versions = versions;
        this.past = past;
    }

    private Map<String, TenderVersion> read(Collection<TenderChange> changes) {
        var ids = changes.stream().map(TenderChange::tenderId).toList();
        return ids.isEmpty() ? Map.of() : Awaiting.result(() -> versions.read(Caller.system(SystemWrites.PUBLIC), ids));
    }

    /** The tender at the version of the change; null where it is gone. */
    private TenderVersion at(TenderChange change, TenderVersion now) {
        var version = change.materialVersion();
        if (now == null || version >= now.materialVersion()) {
            return now;
        }
        var then = Awaiting.result(() -> past.at(Caller.system(SystemWrites.PUBLIC), now.tenderId(), version));
        return then.map(tender -> FormerTender.of(tender, version, now)).orElse(now);
    }

    /** Blocking. */
    List<Found> match(List<TenderChange> changes, ActiveAlerts alerts, Instant instant) {
        var told = changes.stream().filter(TenderChange::isTold).toList();
        var tenders = read(told);
        var found = new ArrayList<Found>();
        for (var change : told) {
            var tender = at(change, tenders.get(change.tenderId()));
            if (tender != null) {
                found.addAll(alerts.match(change, tender, instant));
            }
        }
        return found;
    }

    /** As above, for one alert alone. */
    List<Found> match(List<TenderChange> changes, ActiveAlert alert, Instant instant) {
        var concerned = changes.stream()
                .filter(change -> change.concerns(alert.notifyOn()))
                .toList();
        var tenders = read(concerned);
        var found = new ArrayList<Found>();
        for (var change : concerned) {
            var tender = at(change, tenders.get(change.tenderId()));
            if (tender != null && alert.predicate().admits(tender, instant)) {
                found.add(new Found(alert, change, tender, alert.predicate().explain(tender, instant)));
            }
        }
        return found;
    }
}
