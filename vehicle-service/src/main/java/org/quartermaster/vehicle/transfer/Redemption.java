package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.limit.RateLimits;
import org.quartermaster.platform.limit.RateLimits.Limit;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.identity.Identities;

/** Binds a request to the tenant that has its code. The codes are the one table that shows its rows without a tenant. */
@ApplicationScoped
class Redemption {
    private static final Caller NOBODY = new Caller("", Caller.SYSTEM, Set.of(), null, null);
    private static final Limit TRIES = Limit.perHour(10);
    private static final String FIND = "select tenant_id, request_id from vehicle.handover_codes where code_hash = $1";

    private final TenantDatabase database;
    private final RateLimits limits;
    private final Writes writes;
    private final Identities identities;
    private final OpenTransfers open;
    private final GiversTenant tenants;

    @Inject
    Redemption(
            TenantDatabase database,
            RateLimits limits,
            Writes writes,
            Identities identities,
            OpenTransfers open,
            GiversTenant tenants) {
        this.database = database;
        this.limits = limits;
        this.writes = writes;
        this.identities = identities;
        this.open = open;
        this.tenants = tenants;
    }

    private record Place(String tenant, UUID request) {}

    /** @return the id of the request, or null where it has just expired */
    Uni<UUID> redeem(Caller caller, HandoverCode code) {
        limits.take("handover-code", caller.tenant(), TRIES);
        return database.read(NOBODY, FIND, code.hash())
                .map(Refusal.CODE_UNKNOWN::require)
                .map(row -> new Place(row.getString("tenant_id"), row.getUUID("request_id")))
                .chain(place -> {
                    if (place.tenant.equals(caller.tenant())) {
                        throw Refusal.wrong("handover_code", "own_tenant");
                    }
                    return writes.write(caller, unit -> bind(unit, place));
                });
    }

    private Uni<UUID> bind(UnitOfWork unit, Place place) {
        return identities
                .caller(unit)
                .chain(() -> identities.organization(unit))
                .invoke(Redemption::requireKnown)
                .chain(organization -> tenants.run(
                        unit,
                        place.tenant,
                        giver -> open.decide(
                                giver,
                                place.request,
                                held -> bind(giver, held, unit.caller().tenant(), organization))));
    }

    /** 422 for a tenant whose organization is closed. */
    private static void requireKnown(UUID organization) {
        if (organization == null) {
            throw Refusal.wrong("handover_code", "unknown_organization");
        }
    }

    /** NB: a code that another tenant has used is as good as unknown. */
    private static Uni<UUID> bind(UnitOfWork giver, Held held, String taker, UUID organization) {
        var request = held.request();
        if (request.targetTenantId != null) {
            if (!request.targetTenantId.equals(taker)) {
                throw Problem.of(Refusal.CODE_UNKNOWN);
            }
            return Uni.createFrom().item(request.id);
        }
        if (organization.equals(request.currentOrgId)) {
            throw Refusal.wrong("handover_code", "same_owner");
        }
        request.targetTenantId = taker;
        request.targetOrganizationId = organization;
        request.changed(giver.now());
        return giver.run(
                        "update vehicle.handover_codes set redeemed_at = now() where tenant_id = $1 and request_id = $2",
                        request.tenantId,
                        request.id)
                .invoke(() -> held.tell(giver, "redeemed"))
                .replaceWith(request.id);
    }
}
