package org.quartermaster.equipment.geofence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.quartermaster.equipment.alert.AlertKind;
import org.quartermaster.equipment.alert.Explanation;
import org.quartermaster.equipment.alert.RuleAlert;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.geofence.Patrol.Found;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.equipment.rule.ZoneRules;
import org.quartermaster.equipment.rule.ZoneRules.ZoneRule;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Messages;

/**
 * Alerts about crossings. What a zone's {@code alert_on} tells is told with medium priority; a rule of the kind
 * geofence for that zone takes its place, that of the machine before that of the tenant. Each crossing is a happening
 * of its own: the way back ends the alert about the way there.
 */
@ApplicationScoped
class CrossingAlerts {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private final ZoneRules rules;
    private final RuleAlerts alerts;

    @Inject
    CrossingAlerts(ZoneRules rules, RuleAlerts alerts) {
        this.rules = rules;
        this.alerts = alerts;
    }

    /** How the crossings of a zone by a machine are told. */
    private record Manner(String ruleId, String dedupeKey, AlertOn alertOn, Priority priority) {
        static Manner of(Geofence zone, ZoneRule rule) {
            return rule == null
                    ? new Manner(null, builtIn(zone.zoneId), zone.alertOn, Priority.MEDIUM)
                    : new Manner(rule.ruleId(), rule.dedupeKey(), on(rule), rule.priority());
        }

        private static AlertOn on(ZoneRule rule) {
            return Words.find(AlertOn.class, rule.alertOn()).orElseThrow();
        }
    }

    /** The key of what the zone itself tells: one alert per machine and zone, so that no zone hides another. */
    static String builtIn(String zoneId) {
        return "geofence:" + zoneId;
    }

    Uni<Void> tell(UnitOfWork unit, List<Found> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var machines = found.stream()
                .map(each -> each.machine().equipmentId())
                .distinct()
                .toList();
        return rules.of(unit, machines).chain(known -> {
            var manners = new HashMap<Found, Manner>();
            found.forEach(each -> manners.put(
                    each, Manner.of(each.zone(), known.find(each.machine().equipmentId(), each.zone().zoneId))));
            var keys = found.stream()
                    .map(each -> key(each, manners.get(each)))
                    .distinct()
                    .toList();
            return unit.runAll(List.of(RuleAlerts.ask(unit, keys)))
                    .chain(rows -> tell(unit, found, manners, new HashMap<>(RuleAlerts.standings(rows.get(0)))));
        });
    }

    private static Key key(Found found, Manner manner) {
        return new Key(found.machine().equipmentId(), manner.dedupeKey());
    }

    private Uni<Void> tell(
            UnitOfWork unit, List<Found> found, Map<Found, Manner> manners, Map<Key, Standing> standings) {
        var steps = new ArrayList<Supplier<Uni<Void>>>();
        for (var each : found) {
            var manner = manners.get(each);
            var key = key(each, manner);
            if (standings.getOrDefault(key, Standing.NONE).open()) {
                steps.add(() -> alerts.clear(unit, key));
            }
            var tells = manner.alertOn().tells(each.crossing().event())
                    && each.machine().status() != MachineStatus.INACTIVE;
            standings.put(key, new Standing(tells, false, null));
            if (tells) {
                steps.add(() -> alerts.raise(unit, key.equipmentId(), alert(each, manner)));
            }
        }
        return InTurn.each(steps, Supplier::get);
    }

    private static RuleAlert alert(Found found, Manner manner) {
        var zone = found.zone();
        var code = "geofence_" + Words.of(found.crossing().event());
        var english = Messages.text(Locale.ENGLISH, code, zone.name);
        var arabic = Messages.text(ARABIC, code, zone.nameAr == null ? zone.name : zone.nameAr);
        var at = found.position();
        var place = Map.of("lat", at.lat(), "lon", at.lon());
        return new RuleAlert(
                AlertKind.GEOFENCE,
                manner.ruleId(),
                manner.dedupeKey(),
                manner.priority(),
                english,
                arabic,
                new Explanation(
                        english,
                        arabic,
                        Words.of(AlertKind.GEOFENCE),
                        "position",
                        place,
                        at.at(),
                        zone.zoneId,
                        null,
                        null,
                        List.of(new Explanation.Evidence(at.at(), at.sampleId(), place))));
    }
}
