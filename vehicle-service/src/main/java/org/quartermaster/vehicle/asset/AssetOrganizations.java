package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.vehicle.identity.StubFollower;

/** Assets whose organization was a stub change as by a request: with history and event. */
@ApplicationScoped
class AssetOrganizations implements StubFollower {
    private static final Origin ORIGIN = new Origin(Origin.Source.SYSTEM, null);
    private static final String OF_STUBS = """
        select id from vehicle.assets
        where tenant_id = $1 and (owner_org_id = any ($2) or current_organization_id = any ($2)) order by id
        """;

    private final AssetRepository assets;
    private final AssetRegister register;

    @Inject
    AssetOrganizations(AssetRepository assets, AssetRegister register) {
        this.assets = assets;
        this.register = register;
    }

    @Override
    public Uni<Void> follow(UnitOfWork unit, Set<UUID> stubs, UUID organization) {
        return unit.run(OF_STUBS, unit.caller().tenant(), stubs.toArray(UUID[]::new))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(ids -> InTurn.each(ids, id -> follow(unit, id, stubs, organization)));
    }

    private Uni<AssetView> follow(UnitOfWork unit, UUID id, Set<UUID> stubs, UUID organization) {
        return assets.lock(id)
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .invoke(held -> {
                    var asset = held.asset();
                    asset.ownerOrgId = stubs.contains(asset.ownerOrgId) ? organization : asset.ownerOrgId;
                    asset.currentOrganizationId =
                            stubs.contains(asset.currentOrganizationId) ? organization : asset.currentOrganizationId;
                })
                .chain(held -> register.save(unit, held, "updated", ORIGIN, null));
    }
}
