package org.quartermaster.vehicle.asset;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/**
 * What the database must say before an asset takes values: nobody else has the VIN, and who is named is known.
 * NB: the foreign keys alone would take organizations and persons of any tenant.
 */
final class AssetChecks {
    static final ProblemType VIN_IN_USE = new ProblemType(409, "vin_in_use");

    private static final String LOCK_VIN = "select pg_advisory_xact_lock(hashtextextended($1, 13)) is null";
    private static final String VIN_HOLDER = """
        select id from vehicle.assets
        where tenant_id = $1 and vin_normalized = $2 and data_status <> 'archived' and id <> $3
        """;
    private static final String UNKNOWN_ORGANIZATIONS = """
        select o.id from unnest($1::uuid[]) as o (id) where vehicle.tenant_of_organization(o.id) is null
        """;
    private static final String UNKNOWN_PERSONS = """
        select n.id from unnest($1::uuid[]) as n (id)
        where not exists (select from identity.persons p where p.id = n.id)
        """;

    private AssetChecks() {}

    /** @param said knows no more than what is to be checked */
    static List<Query> queries(Asset asset, Asset said) {
        return List.of(
                lock(asset.tenantId, said.vin),
                Query.of(VIN_HOLDER, asset.tenantId, said.vin, asset.id),
                Query.of(UNKNOWN_ORGANIZATIONS, (Object) ids(said.ownerOrgId, said.currentOrganizationId)),
                Query.of(UNKNOWN_PERSONS, (Object) ids(said.ownerPersonId)));
    }

    /** Nobody else gives the VIN to an asset of the tenant until the end of the transaction; it may be null. */
    static Query lock(String tenant, String vin) {
        return Query.of(LOCK_VIN, vin == null ? null : tenant + "/" + vin);
    }

    private static UUID[] ids(UUID... ids) {
        return Stream.of(ids).filter(Objects::nonNull).toArray(UUID[]::new);
    }

    /** Refuses by the results of {@link #queries}, which begin at the given place. */
    static void check(Asset said, List<RowSet<Row>> results, int first) {
        for (var row : results.get(first + 1)) {
            throw Problem.of(VIN_IN_USE).showing("asset_id", row.getUUID(0));
        }
        var organizations = all(results.get(first + 2));
        var errors = new ArrayList<FieldError>();
        note(errors, organizations, "owner_org_id", said.ownerOrgId, "unknown_organization");
        note(errors, organizations, "current_organization_id", said.currentOrganizationId, "unknown_organization");
        note(errors, all(results.get(first + 3)), "owner_person_id", said.ownerPersonId, "unknown_person");
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static HashSet<UUID> all(RowSet<Row> rows) {
        var ids = new HashSet<UUID>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private static void note(List<FieldError> errors, HashSet<UUID> unknown, String field, UUID id, String code) {
        if (id != null && unknown.contains(id)) {
            errors.add(new FieldError(field, code));
        }
    }
}
