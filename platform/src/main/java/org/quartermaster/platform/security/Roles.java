package org.quartermaster.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The platform's roles; each of the first four includes those before it. */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String MANAGER = "manager";
    public static final String ADMIN = "admin";
    public static final String DATA_ADMIN = "data-admin";

    private static final List<String> LADDER = List.of(VIEWER, OPERATOR, MANAGER, ADMIN);

    private Roles() {}

    /** The given roles and all that they include; unknown words are left out. */
    public static Set<String> expand(Collection<String> given) {
        var all = new TreeSet<String>();
        for (var role : given) {
            var step = LADDER.indexOf(role);
            if (step >= 0) {
                all.addAll(LADDER.subList(0, step + 1));
            }
            if (role.equals(DATA_ADMIN)) {
                all.addAll(List.of(DATA_ADMIN, VIEWER));
            }
        }
        return all;
    }
}
