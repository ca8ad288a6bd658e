package org.quartermaster.equipment.rule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** Changes of rules. They judge from the next sample on; alerts of rules that hold no more end at once. */
@ApplicationScoped
class RuleService {
    private static final String ENTITY = "alert_rule";

    private final RuleRepository rules;
    private final StaleAlerts stale;

    @Inject
    RuleService(RuleRepository rules, StaleAlerts stale) {
        this.rules = rules;
        this.stale = stale;
    }

    /** @param rule filled with what the request says */
    Uni<Answer> create(UnitOfWork unit, AlertRule rule) {
        rule.tenantId = unit.caller().tenant();
        rule.ruleId = Ids.next("rule");
        rule.createdAt = unit.now();
        rule.updatedAt = unit.now();
        return requireMachine(unit, rule)
                .chain(() -> requireZone(unit, rule))
                .chain(() -> rules.persistAndFlush(rule))
                .invoke(() -> unit.changed(Change.created(ENTITY, rule.ruleId, RuleView.of(rule))))
                .chain(() -> stale.end(unit))
                .map(ignored -> RuleView.of(rule))
                .map(view -> Answer.created(view, "/api/v1/alert-rules/" + view.ruleId()));
    }

    private Uni<Void> requireMachine(UnitOfWork unit, AlertRule rule) {
        if (rule.equipmentId == null) {
            return Uni.createFrom().voidItem();
        }
        return rules.knowsMachine(unit, rule.equipmentId)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.of(MachineRepository.NOT_FOUND);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireZone(UnitOfWork unit, AlertRule rule) {
        if (rule.kind != RuleKind.GEOFENCE) {
            return Uni.createFrom().voidItem();
        }
        var zone = Json.stored(rule.settings).path("zone_id").textValue();
        return rules.knowsZone(unit, zone)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.invalid("settings.zone_id", "zone_not_found");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return rules.lock(unit, id).chain(rule -> {
            ETags.requireMatch(ifMatch, rule.version);
            var before = RuleView.of(rule);
            fields.require("name", "priority", "enabled");
            RuleFields.apply(fields, rule);
            RuleFields.check(fields, rule);
            fields.checkStrictly();
            var anew = judgesAnew(before, RuleView.of(rule));
            return (anew ? requireZone(unit, rule) : Uni.createFrom().voidItem())
                    .chain(() -> saved(unit, rule, before, anew));
        });
    }

    /** True when the rule judges otherwise than before, so that its alerts are not those that it would raise now. */
    private static boolean judgesAnew(RuleView before, RuleView now) {
        return !judgement(before).equals(judgement(now));
    }

    private static List<Object> judgement(RuleView rule) {
        return Arrays.asList(
                rule.measure(),
                rule.direction(),
                rule.raiseAt(),
                rule.clearAt(),
                rule.raiseCount(),
                rule.clearCount(),
                rule.settings());
    }

    private Uni<Answer> saved(UnitOfWork unit, AlertRule rule, RuleView before, boolean anew) {
        var same = RuleView.of(rule).equals(before);
        return (same ? Uni.createFrom().voidItem() : changed(unit, rule, before, "updated", anew))
                .map(ignored -> RuleView.of(rule))
                .map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return rules.lock(unit, id).chain(rule -> {
            ETags.requireMatch(ifMatch, rule.version);
            var before = RuleView.of(rule);
            rule.deletedAt = unit.now();
            return changed(unit, rule, before, "deleted", true).replaceWith(Answer.empty());
        });
    }

    private Uni<Void> changed(UnitOfWork unit, AlertRule rule, RuleView before, String verb, boolean anew) {
        rule.version++;
        rule.updatedAt = unit.now();
        unit.changed(Change.of(ENTITY, rule.ruleId, verb, RuleView.of(rule), before));
        return unit.session().flush().chain(() -> stale.end(unit, anew ? rule.ruleId : null));
    }
}
