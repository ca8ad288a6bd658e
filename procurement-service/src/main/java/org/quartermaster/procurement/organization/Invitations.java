package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.mailed.MailedTokens;
import org.quartermaster.procurement.quota.Capacities;
import org.quartermaster.procurement.quota.Capacity;
import org.quartermaster.procurement.token.SecretToken;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.EmailAddress;

/** Invitations to an organization: mailed, good for a week and for one use by who has the address. */
@ApplicationScoped
public class Invitations {
    static final ProblemType MEMBER = new ProblemType(409, "already_member");

    private static final Duration LIFE = Duration.ofDays(7);
    private static final String IS_MEMBER = """
            select 1 from procurement.organization_members m join procurement.users u on u.user_id = m.user_id
            where m.tenant_id = $1 and u.email_norm = $2
            """;

    /** A new invitation takes the place of an older one. */
    private static final String REPLACE = """
            delete from procurement.user_tokens
            where purpose = 'invitation' and payload ->> 'tenant' = $1 and payload ->> 'email_norm' = $2
              and used_at is null
            """;

    private static final String INSERT = """
            insert into procurement.user_tokens (token_hash, purpose, payload, expires_at)
            values ($1, 'invitation', $2, $3)
            returning payload, expires_at, created_at
            """;
    private static final String DELETE = """
            delete from procurement.user_tokens
            where purpose = 'invitation' and payload ->> 'tenant' = $1 and payload ->> 'invitation_id' = $2
              and used_at is null
            returning payload, expires_at, created_at
            """;
    private static final String FIND = "select purpose, payload from procurement.find_user_token($1)";
    private static final String USE = """
            update procurement.user_tokens set used_at = $3
            where token_hash = $1 and purpose = 'invitation' and payload ->> 'email_norm' = $2
              and used_at is null and expires_at > $3
            returning payload
            """;

    private final Writes writes;
    private final Capacities capacities;
    private final Members members;
    private final OrganizationChanges organizations;
    private final InvitationMail mail;

    @Inject
    Invitations(
            Writes writes,
            Capacities capacities,
            Members members,
            OrganizationChanges organizations,
            InvitationMail mail) {
        this.writes = writes;
        this.capacities = capacities;
        this.members = members;
        this.organizations = organizations;
        this.mail = mail;
    }

    /**
     * Who is to join.
     *
     * @param language that the mail is written in
     */
    record Guest(EmailAddress email, List<String> roles, Locale language) {}

    /** Invites an address to the organization, which the unit has locked. */
    Uni<InvitationView> invite(UnitOfWork unit, Organization organization, Guest guest) {
        var email = guest.email();
        RoleFields.requireGiver(unit.caller(), guest.roles());
        RoleFields.requireExisting(organization, guest.roles());
        var token = SecretToken.create();
        return capacities
                .require(unit, Capacity.MEMBERS)
                .chain(() -> unit.runAll(List.of(
                        Query.of(IS_MEMBER, organization.tenantId, email.norm()),
                        Query.of(REPLACE, organization.tenantId, email.norm()),
                        Query.of(
                                INSERT,
                                Sha256.hex(token),
                                payload(unit, organization, guest),
                                Columns.time(unit.now().plus(LIFE))))))
                .map(results -> {
                    if (results.get(0).size() > 0) {
                        throw Problem.of(MEMBER);
                    }
                    return InvitationView.of(results.get(2).iterator().next());
                })
                .call(made -> mail.queue(unit, made, organization.name, token, guest.language()));
    }

    private static JsonObject payload(UnitOfWork unit, Organization organization, Guest guest) {
        return new JsonObject()
                .put("invitation_id", Ids.uuid().toString())
                .put("org_id", organization.orgId.toString())
                .put("tenant", organization.tenantId)
                .put("email", guest.email().text())
                .put("email_norm", guest.email().norm())
                .put("roles", new JsonArray(guest.roles()))
                .put("invited_by", Acting.id(unit.caller()).toString());
    }

    /** Takes an invitation back; 404 where none such waits. */
    Uni<InvitationView> takeBack(UnitOfWork unit, UUID id) {
        return unit.run(DELETE, unit.caller().tenant(), id.toString())
                .map(ProblemType.NOT_FOUND::require)
                .map(InvitationView::of);
    }

    /**
     * Makes the caller of the unit a member of the organization that he was invited to, whatever tenant the unit is in.
     *
     * @param email his own, verified, in its normal form
     * @return the organization as he sees it
     */
    public Uni<OrganizationView> accept(UnitOfWork unit, String token, String email) {
        var hash = Sha256.hex(token);
        return unit.run(FIND, hash).map(MailedTokens.INVALID::require).chain(row -> {
            var tenant = tenant(row);
            return writes.within(unit, unit.caller().within(tenant), there -> join(there, hash, email));
        });
    }

    private static String tenant(Row row) {
        if (!row.getString("purpose").equals("invitation")) {
            throw Problem.of(MailedTokens.INVALID);
        }
        return ((JsonObject) row.getValue("payload")).getString("tenant");
    }

    private Uni<OrganizationView> join(UnitOfWork unit, String hash, String email) {
        var user = Acting.id(unit.caller());
        return organizations
                .lock(unit)
                .invoke(organization -> {
                    if (!organization.status.equals("active")) {
                        throw Problem.of(MailedTokens.INVALID);
                    }
                })
                .chain(organization -> unit.run(USE, hash, email, Columns.time(unit.now()))
                        .map(MailedTokens.INVALID::require)
                        .call(() -> capacities.require(unit, Capacity.MEMBERS))
                        .chain(row -> add(unit, organization, user, (JsonObject) row.getValue("payload"))));
    }

    private Uni<OrganizationView> add(UnitOfWork unit, Organization organization, UUID user, JsonObject payload) {
        var roles =
                payload.getJsonArray("roles").stream().map(String.class::cast).toList();
        var by = UUID.fromString(payload.getString("invited_by"));
        return members.add(unit, organization, user, roles, by).map(added -> {
            if (!added) {
                throw Problem.of(MEMBER);
            }
            return OrganizationView.of(organization, roles);
        });
    }
}
