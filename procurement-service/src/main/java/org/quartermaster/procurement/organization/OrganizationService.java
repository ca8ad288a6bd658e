package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.user.Acting;

/** Changes of organizations by their admins. */
@ApplicationScoped
class OrganizationService {
    static final ProblemType OPERATES = new ProblemType(409, "operator_organization");

    private static final String UPDATE = """
            update procurement.organizations set name = $2, org_type = $3, country = $4, default_currency = $5, status = $6
            where tenant_id = $1
            returning *
            """;
    private static final String ROLES =
            "select roles from procurement.organization_members where tenant_id = $1 and user_id = $2";

    private final Founding founding;
    private final OrganizationChanges changes;
    private final Departure departure;
    private final AuditLog audit;

    @Inject
    OrganizationService(Founding founding, OrganizationChanges changes, Departure departure, AuditLog audit) {
        this.founding = founding;
        this.changes = changes;
        this.departure = departure;
        this.audit = audit;
    }

    Uni<Answer> create(UnitOfWork unit, Organization given) {
        return Acting.lock(unit)
                .chain(() -> founding.found(unit, given, Acting.id(unit.caller())))
                .map(made -> OrganizationView.of(made, List.of(Roles.ADMIN)))
                .map(view -> Answer.created(view, "/api/v1/organizations/" + view.orgId()));
    }

    private Uni<Organization> lock(UnitOfWork unit, UUID id, String ifMatch) {
        return changes.require(unit, id).invoke(found -> ETags.requireMatch(ifMatch, found.rv));
    }

    Uni<Answer> update(UnitOfWork unit, UUID id, String ifMatch, Fields fields, String address) {
        return lock(unit, id, ifMatch)
                .chain(found -> {
                    var before = OrganizationView.of(found, List.of());
                    fields.require("name", "default_currency");
                    OrganizationFields.apply(fields, found);
                    fields.checkStrictly();
                    return OrganizationView.of(found, List.of()).equals(before)
                            ? Uni.createFrom().item(found)
                            : save(unit, found, "updated", Map.of("changed", changed(before, found)))
                                    .call(() -> note(unit, before, found, address));
                })
                .chain(saved -> roles(unit).map(roles -> Answer.ok(OrganizationView.of(saved, roles))));
    }

    /** The names of the fields that are others now. */
    private static List<String> changed(OrganizationView before, Organization after) {
        var former = shown(before);
        return shown(OrganizationView.of(after, List.of())).entrySet().stream()
                .filter(field -> !field.getValue().equals(former.get(field.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Uni<Organization> save(UnitOfWork unit, Organization changed, String verb, Map<String, Object> more) {
        return unit.run(
                        UPDATE,
                        changed.tenantId,
                        changed.name,
                        changed.orgType,
                        changed.country,
                        changed.defaultCurrency,
                        changed.status)
                .map(ProblemType.NOT_FOUND::require)
                .map(OrganizationChanges::read)
                .call(() -> changes.tell(unit, verb, more));
    }

    private Uni<List<String>> roles(UnitOfWork unit) {
        return unit.run(ROLES, unit.caller().tenant(), Acting.id(unit.caller()))
                .map(rows -> rows.size() == 0
                        ? List.of()
                        : List.of(rows.iterator().next().getArrayOfStrings(0)));
    }

    private Uni<Void> note(UnitOfWork unit, OrganizationView before, Organization after, String address) {
        return audit.noteAdmin(
                unit,
                Acting.id(unit.caller()),
                "organization." + (after.status.equals("closed") ? "closed" : "updated"),
                new AuditLog.Target("organization", after.orgId.toString()),
                Map.of("before", shown(before), "after", shown(OrganizationView.of(after, List.of()))),
                address);
    }

    private static Map<String, Object> shown(OrganizationView view) {
        return Map.of(
                "name", view.name(),
                "org_type", String.valueOf(view.orgType()),
                "country", String.valueOf(view.country()),
                "default_currency", view.defaultCurrency(),
                "status", view.status());
    }

    /** Closes it: its data stay, and nobody acts in it any longer. */
    Uni<Answer> close(UnitOfWork unit, UUID id, String ifMatch, String address) {
        return lock(unit, id, ifMatch)
                .chain(found -> {
                    if (found.operator) {
                        throw Problem.of(OPERATES);
                    }
                    var before = OrganizationView.of(found, List.of());
                    return closeLocked(unit, found).call(() -> note(unit, before, found, address));
                })
                .replaceWith(Answer.empty());
    }

    /** Closes the organization of the unit, which is locked. */
    Uni<Void> closeLocked(UnitOfWork unit, Organization found) {
        found.status = "closed";
        return save(unit, found, "closed", Map.of()).chain(() -> departure.endAll(unit));
    }
}
