package org.quartermaster.procurement.organization;

import java.util.Collection;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Roles as requests give them: nobody gives one that he lacks. */
public final class RoleFields {
    /** 403: the caller lacks a role that he would give, or this organization has none such. */
    public static final ProblemType NOT_GIVEN = new ProblemType(403, "role_not_given");

    private static final List<String> ALL =
            List.of(Roles.ADMIN, Roles.MANAGER, Roles.OPERATOR, Roles.VIEWER, Roles.DATA_ADMIN);

    private RoleFields() {}

    /** Reads the field {@code roles}: one or more of the five, each once. */
    public static List<String> read(Fields fields) {
        var roles = fields.texts("roles").stream().distinct().toList();
        if (fields.has("roles")
                && roles.isEmpty()
                && fields.errors().stream().noneMatch(error -> error.field().equals("roles"))) {
            fields.error("roles", "roles_empty");
        }
        if (!ALL.containsAll(roles)) {
            fields.error("roles", "enum", String.join(", ", ALL));
        }
        return roles;
    }

    /** 403 where the caller lacks one of the roles. */
    public static void requireGiver(Caller giver, Collection<String> roles) {
        for (var role : roles) {
            if (!giver.is(role)) {
                throw notGiven(role);
            }
        }
    }

    /** 403 for a role that this organization has not: only that of the operator has data admins. */
    static void requireExisting(Organization organization, Collection<String> roles) {
        if (roles.contains(Roles.DATA_ADMIN) && !organization.operator) {
            throw notGiven(Roles.DATA_ADMIN);
        }
    }

    private static Problem notGiven(String role) {
        return Problem.of(NOT_GIVEN, role);
    }
}
