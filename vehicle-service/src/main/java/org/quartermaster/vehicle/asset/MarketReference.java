package org.quartermaster.vehicle.asset;

import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Names a row of a feed's file as {@code <file>#<row>}. */
final class MarketReference {
    private static final char SEPARATOR = '#';

    private MarketReference() {}

    static String of(String fileId, Integer rowNo) {
        return fileId == null ? null : fileId + SEPARATOR + rowNo;
    }

    /** The reference as the caller may see it: the ids of files are for data admins alone. */
    static String shown(String source, String reference, Caller caller) {
        return reference == null || !source.equals("market") || caller.is(Roles.DATA_ADMIN)
                ? reference
                : reference.substring(reference.indexOf(SEPARATOR));
    }
}
