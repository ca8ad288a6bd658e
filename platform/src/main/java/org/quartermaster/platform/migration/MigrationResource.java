package org.quartermaster.platform.migration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.migration.Migrations.MigrationView;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The state of the database for those who run the service. */
@Path("/q")
@Tag(name = "operation")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class MigrationResource {
    private final Call call;
    private final Migrations migrations;
    private final SchemaCheck schema;

    @Inject
    MigrationResource(Call call, Migrations migrations, SchemaCheck schema) {
        this.call = call;
        this.migrations = migrations;
        this.schema = schema;
    }

    @GET
    @Path("migrations")
    @Operation(summary = "Migrations that are applied, pending or failed")
    public List<MigrationView> migrations() throws IOException {
        call.query().checkQuery();
        return migrations.all();
    }

    @GET
    @Path("schema")
    @Operation(summary = "Tables and columns that the code and the database have in common or not")
    public SchemaReport schema() throws SQLException {
        call.query().checkQuery();
        return schema.compare();
    }
}
