package org.quartermaster.equipment.offer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Offers in the database. NB: an offer is locked before its machine, everywhere. */
@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "offer_not_found");

    private static final Rows<Offer> ROWS = Rows.of(Offer.class, Offer::new);

    static Offer read(Row row) {
        return ROWS.read(row);
    }

    Uni<Offer> lock(String offerId) {
        return find("offerId", offerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** Locks the offer of a vehicle that waits for an answer; null where there is none. */
    Uni<Offer> lockPending(String assetId) {
        return find("vehicleAssetId = ?1 and state = ?2", assetId, OfferState.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
