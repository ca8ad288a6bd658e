package org.quartermaster.vehicle.sale;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.asset.AuctionPurchases;
import org.quartermaster.vehicle.asset.AuctionPurchases.Purchase;

/** The one door from a recorded sale into the tenant of the buyer. */
@ApplicationScoped
class BuyersTenant {
    private static final ProblemType UNKNOWN = new ProblemType(422, "unknown_organization");
    private static final String TENANT = "select vehicle.tenant_of_organization($1)";

    private final Writes writes;
    private final AuctionPurchases purchases;

    @Inject
    BuyersTenant(Writes writes, AuctionPurchases purchases) {
        this.writes = writes;
        this.purchases = purchases;
    }

    /**
     * Enters what the organization bought, in the transaction of the sale; 422 where the organization is not known.
     * NB: as the system, since the buyer is not to learn which user of another tenant recorded it.
     */
    Uni<Void> enter(UnitOfWork unit, UUID organization, Purchase purchase) {
        return unit.run(TENANT, organization)
                .map(rows -> rows.iterator().next().getString(0))
                .invoke(tenant -> {
                    if (tenant == null) {
                        var error = new FieldError("buyer_organization_id", UNKNOWN.code());
                        throw Problem.invalid(UNKNOWN, List.of(error));
                    }
                })
                .map(tenant -> Caller.system(tenant).traced(unit.caller().traceparent()))
                .chain(system -> writes.within(unit, system, buyer -> purchases.enter(buyer, purchase)));
    }
}
