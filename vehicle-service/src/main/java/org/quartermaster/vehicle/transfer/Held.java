package org.quartermaster.vehicle.transfer;

import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * A locked request.
 *
 * @param before how it stood when it was locked; null for a new one
 */
record Held(TransferRequest request, SharedAsset asset, TransferView before) {
    private static final String ENTITY = "transfer";

    /** What a change replaced. */
    record PreviousTransfer(TransferStatus status) {}

    static Held of(TransferRequest request, SharedAsset asset) {
        return new Held(request, asset, view(request, asset));
    }

    /** NB: as it is stored, whatever the time is, and as the giver may see it, in whose tenant it is told. */
    private static TransferView view(TransferRequest request, SharedAsset asset) {
        return TransferView.of(request, asset, null, request.requestedAt);
    }

    /** Notes what was done to the request, in the tenant of the giver, and gives what both sides see of it now. */
    TransferView tell(UnitOfWork giver, String verb) {
        var view = view(request, asset);
        Map<String, Object> extra =
                before == null ? Map.of() : Map.of("previous", new PreviousTransfer(before.status()));
        giver.changed(new Change(ENTITY, request.id.toString(), verb, view, before, extra, null, false));
        return view;
    }
}
