package org.quartermaster.procurement.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.organization.OrganizationChanges;
import org.quartermaster.procurement.user.UserChanges;

/** Who works in the demo: the organization that runs the local stack, and its members. */
@ApplicationScoped
public class DemoIdentities {
    private static final String TENANT = "tenant_demo";
    private static final UUID ORGANIZATION = UUID.fromString("00000000-0000-4000-8000-000000000100");

    /** NB: where another organization was made the operator before, it stays so. */
    private static final String INSERT_ORGANIZATION = """
            insert into procurement.organizations (org_id, tenant_id, name, country, is_operator)
            select $1, $2, 'Demo farm', 'US', not exists (select from procurement.organizations where is_operator)
            on conflict do nothing
            returning org_id
            """;

    private static final String INSERT_USER = """
            insert into procurement.users
              (user_id, email, email_norm, full_name, org_id, subscription_tier, email_verified)
            values ($1, $2::text, $2::text, $3, $4, 'enterprise', true)
            """;
    private static final String INSERT_MEMBER = """
            insert into procurement.organization_members (org_id, user_id, tenant_id, roles) values ($1, $2, $3, $4)
            """;
    private static final String INSERT_SUBSCRIPTION = """
            insert into procurement.subscriptions (tenant_id, user_id, tier, status) values ($1, $2, 'enterprise', 'active')
            """;

    private static final List<Person> PEOPLE = List.of(
            new Person(
                    1,
                    "demo@quartermaster.example",
                    "Demo user",
                    "admin",
                    "manager",
                    "operator",
                    "viewer",
                    "data-admin"),
            new Person(2, "clerk@quartermaster.example", "Fleet clerk", "manager"),
            new Person(3, "driver@quartermaster.example", "Driver", "viewer"));

    private final PlatformConfig config;
    private final Writes writes;
    private final OrganizationChanges organizations;
    private final UserChanges users;

    @Inject
    DemoIdentities(PlatformConfig config, Writes writes, OrganizationChanges organizations, UserChanges users) {
        this.config = config;
        this.writes = writes;
        this.organizations = organizations;
        this.users = users;
    }

    private record Person(UUID id, String email, String name, String... roles) {
        Person(int number, String email, String name, String... roles) {
            this(UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number)), email, name, roles);
        }
    }

    /** A member, by the number at the end of his id, as he acts himself. */
    static Caller member(int number) {
        var person = PEOPLE.get(number - 1);
        return new Caller(TENANT, person.id().toString(), Roles.expand(List.of(person.roles())), null, null);
    }

    /** NB: before all other demo data, which is of these people. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (config.auth() == PlatformConfig.AuthMode.DEMO) {
            write();
        }
    }

    /** Makes them where they are missing. Blocking. */
    void write() {
        Awaiting.result(() ->
                writes.writeGlobal(Caller.system(TENANT), unit -> unit.run(INSERT_ORGANIZATION, ORGANIZATION, TENANT)
                        .chain(made -> made.size() == 0 ? Uni.createFrom().voidItem() : people(unit))));
    }

    private Uni<Void> people(UnitOfWork unit) {
        return InTurn.each(PEOPLE, person -> unit.run(
                                INSERT_USER, person.id(), person.email(), person.name(), ORGANIZATION)
                        .chain(() -> unit.run(INSERT_MEMBER, ORGANIZATION, person.id(), TENANT, person.roles())))
                .chain(() -> unit.run(INSERT_SUBSCRIPTION, TENANT, PEOPLE.get(0).id()))
                .chain(() -> organizations.tell(unit, "created"))
                .chain(() -> InTurn.each(PEOPLE, person -> users.tell(unit, person.id(), "registered")));
    }
}
