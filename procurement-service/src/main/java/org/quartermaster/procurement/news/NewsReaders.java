package org.quartermaster.procurement.news;

import java.util.List;
import org.quartermaster.platform.security.Roles;

/** Who is told what happens in the other services. */
final class NewsReaders {
    static final List<String> ROLES = List.of(Roles.MANAGER, Roles.ADMIN);

    private NewsReaders() {}
}
