package org.quartermaster.equipment.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quartermaster.equipment.rule.watch.Direction;

/**
 * The rules of a tenant, and which of them hold for a machine: its own go before the tenant's of the same scope, which
 * is the kind, and for thresholds the measure and direction too. A rule that is switched off hides those that it goes
 * before.
 */
final class RuleSet {
    private static final String TENANT = "";

    private final Map<String, Map<Object, List<AlertRule>>> byMachine = new HashMap<>();

    private record Scope(RuleKind kind, String measure, Direction direction) {
        static Scope of(AlertRule rule) {
            return new Scope(rule.kind, rule.measure, rule.direction);
        }
    }

    RuleSet(List<AlertRule> rules) {
        add(TENANT, lowFuel());
        rules.stream().filter(rule -> rule.equipmentId == null).forEach(rule -> add(TENANT, rule));
        rules.stream().filter(rule -> rule.equipmentId != null).forEach(rule -> add(rule.equipmentId, rule));
    }

    /** The rule that is on for every tenant. */
    static AlertRule lowFuel() {
        var rule = new AlertRule();
        rule.kind = RuleKind.LOW_FUEL;
        return complete(rule);
    }

    /** Sets what low fuel compares; its limits are those of the kind where the rule leaves them open. */
    static AlertRule complete(AlertRule rule) {
        if (rule.kind == RuleKind.LOW_FUEL) {
            rule.measure = Measure.FUEL;
            rule.direction = Direction.BELOW;
            rule.raiseAt = rule.raiseAt == null ? RuleFields.LOW_FUEL : rule.raiseAt;
            rule.clearAt = rule.clearAt == null ? RuleFields.ENOUGH_FUEL : rule.clearAt;
        }
        return rule;
    }

    private void add(String owner, AlertRule rule) {
        var scopes = byMachine.computeIfAbsent(owner, any -> new LinkedHashMap<>());
        var scope = Scope.of(complete(rule));
        if (rule.kind != RuleKind.THRESHOLD) {
            // The tenant's own rule of the kind takes the place of the one that everybody has.
            scopes.remove(scope);
        }
        scopes.computeIfAbsent(scope, any -> new ArrayList<>()).add(rule);
    }

    /** The rules that hold for a machine. */
    List<AlertRule> of(String equipmentId) {
        return effective(equipmentId).filter(rule -> rule.enabled).toList();
    }

    private Stream<AlertRule> effective(String equipmentId) {
        var scopes = new LinkedHashMap<>(byMachine.get(TENANT));
        scopes.putAll(byMachine.getOrDefault(equipmentId, Map.of()));
        return scopes.values().stream().flatMap(List::stream);
    }

    /** After how many minutes a machine counts as silent, and by which rule; empty where nobody watches. */
    Optional<Silence> silence(String equipmentId, Integer ownMinutes) {
        var rule = effective(equipmentId)
                .filter(each -> each.kind == RuleKind.SILENT)
                .findFirst()
                .orElse(null);
        if (rule == null) {
            return ownMinutes == null ? Optional.empty() : Optional.of(new Silence(Silence.builtIn(), ownMinutes));
        }
        var ruled = rule.raiseAt == null ? null : (Integer) rule.raiseAt.intValue();
        var minutes = rule.equipmentId != null && ruled != null ? ruled : first(ownMinutes, ruled);
        return rule.enabled && minutes != null ? Optional.of(new Silence(rule, minutes)) : Optional.empty();
    }

    private static Integer first(Integer one, Integer other) {
        return one == null ? other : one;
    }

    /** A watch over silence. */
    record Silence(AlertRule rule, int minutes) {
        static AlertRule builtIn() {
            var rule = new AlertRule();
            rule.kind = RuleKind.SILENT;
            return rule;
        }
    }
}
