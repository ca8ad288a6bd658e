package org.quartermaster.equipment.rule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Json;

/** The rules about zones, for those who know what a zone is. */
@ApplicationScoped
public class ZoneRules {

    /**
     * How the crossings of a zone are to be told.
     *
     * @param alertOn {@code enter}, {@code exit}, {@code both}, or {@code none} for a rule that is switched off
     */
    public record ZoneRule(String ruleId, String dedupeKey, String alertOn, Priority priority) {}

    /** The rules of some machines and of the tenant. */
    public static final class Known {
        private record Place(String equipmentId, String zoneId) {}

        private final Map<Place, ZoneRule> rules = new HashMap<>();

        private void add(AlertRule rule) {
            var settings = Json.stored(rule.settings);
            rules.put(
                    new Place(rule.equipmentId, settings.path("zone_id").textValue()),
                    new ZoneRule(
                            rule.ruleId,
                            rule.dedupeKey(),
                            rule.enabled ? settings.path("alert_on").textValue() : "none",
                            rule.priority));
        }

        /** The machine's rule for the zone, else the tenant's; null where there is none. */
        public ZoneRule find(String equipmentId, String zoneId) {
            var own = rules.get(new Place(equipmentId, zoneId));
            return own == null ? rules.get(new Place(null, zoneId)) : own;
        }
    }

    /** Reads the rules that hold for the machines. */
    public Uni<Known> of(UnitOfWork unit, List<String> machines) {
        return unit.runAll(List.of(RuleRepository.aboutZones(unit, machines))).map(found -> {
            var known = new Known();
            RuleRepository.rules(found.get(0)).forEach(known::add);
            return known;
        });
    }
}
